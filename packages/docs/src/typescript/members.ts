import ts from "typescript";
import type { Declared } from "./declarations.ts";
import { docComment } from "./doc-comment.ts";
import { signature, typeOf } from "./written-code.ts";

/** Members that a reader can use: of a class its own, of an interface the inherited ones as well; none of a library. */
export function membersOf(symbol: ts.Symbol, checker: ts.TypeChecker): readonly Declared[] {
  const isClass = Boolean(symbol.flags & ts.SymbolFlags.Class);
  const construction = symbol.members?.get(ts.InternalSymbolName.Constructor);
  const properties = checker.getPropertiesOfType(checker.getDeclaredTypeOfSymbol(symbol));
  return [...(construction ? [construction] : []), ...properties].flatMap((member) => {
    const [declaration] = member.declarations ?? [];
    // What every Error has says nothing of this one.
    const isKnown =
      isClass && (declaration?.parent !== symbol.valueDeclaration || member.name in Error.prototype);
    if (!declaration || isKnown || declaration.getSourceFile().fileName.includes("/node_modules/")) return [];
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
  // That an optional property may be undefined as well says nothing to a reader.
  return `${title}: ${isOptional ? type.replace(/ \| undefined$/, "").replace(/^\((\(.*\) => .*)\)$/, "$1") : type}`;
}
