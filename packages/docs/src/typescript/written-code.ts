import ts from "typescript";

/** Something that can be called and has a declaration of its own. */
export type Callable =
  | ts.FunctionDeclaration
  | ts.MethodSignature
  | ts.MethodDeclaration
  | ts.ConstructorDeclaration;

const printer = ts.createPrinter();

/** Code as it is written in the declarations, indented by two. */
export function print(node: ts.Node): string {
  const code = printer.printNode(ts.EmitHint.Unspecified, node, node.getSourceFile());
  return code.replaceAll(/^ +/gm, (indent) => " ".repeat(indent.length / 2));
}

/** A name with its parameters and what it returns. */
export function signature(name: string, { parameters, type }: Callable): string {
  return `${name}(${parameters.map(print).join(", ")})${type ? `: ${print(type)}` : ""}`;
}

/** The type of a property; what would only be looked up in a generated type is resolved. */
export function typeOf(symbol: ts.Symbol, checker: ts.TypeChecker): string {
  const type = (symbol.declarations?.[0] as ts.PropertySignature | undefined)?.type;
  if (type && !ts.isIndexedAccessTypeNode(type)) return print(type);
  return checker.typeToString(checker.getTypeOfSymbol(symbol), undefined, ts.TypeFormatFlags.NoTruncation);
}
