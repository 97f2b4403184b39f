import ts from "typescript";
import { type DocComment, docComment } from "./doc-comment.ts";
import { signature, typeOf } from "./written-code.ts";

/** An export or a member of one, as its declaration states it. */
export interface Declared {
  readonly name: string;
  /** TypeScript, without comments unless they are part of a type. */
  readonly code: string;
  readonly comment: DocComment;
}

/** Lists the members that readers use: a class's own, those of an interface with inherited ones, and none of a library. */
export function membersOf(symbol: ts.Symbol, checker: ts.TypeChecker): readonly Declared[] {
  const isClass = Boolean(symbol.flags & ts.SymbolFlags.Class);
  const construction = symbol.members?.get(ts.InternalSymbolName.Constructor);
  const properties = checker.getPropertiesOfType(checker.getDeclaredTypeOfSymbol(symbol));
  return [...(construction ? [construction] : []), ...properties].flatMap((member) => {
    const [declaration] = member.declarations ?? [];
    if (!declaration || declaration.getSourceFile().fileName.includes("/node_modules/")) return [];
    // Every Error has these.
    if (isClass && (declaration.parent !== symbol.valueDeclaration || member.name in Error.prototype))
      return [];
    const name = member === construction ? `new ${symbol.name}` : member.name;
    return { name, code: codeOf(name, member, checker), comment: docComment(member, checker) };
  });
}

function codeOf(name: string, member: ts.Symbol, checker: ts.TypeChecker): string {
  const isOptional = member.flags & ts.SymbolFlags.Optional;
  const title = isOptional ? `${name}?` : name;
  const [declaration] = member.declarations ?? [];
  if (
    declaration &&
    (ts.isMethodSignature(declaration) ||
      ts.isMethodDeclaration(declaration) ||
      ts.isConstructorDeclaration(declaration))
  ) {
    return signature(title, declaration);
  }
  const type = typeOf(member, checker);
  // For an optional property, `| undefined` adds nothing for a reader.
  return `${title}: ${isOptional ? type.replace(/ \| undefined$/, "").replace(/^\((\(.*\) => .*)\)$/, "$1") : type}`;
}
