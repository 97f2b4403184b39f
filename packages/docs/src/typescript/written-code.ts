import ts from "typescript";

/** The declaration of something that can be called. */
export type Callable =
  | ts.FunctionDeclaration
  | ts.MethodSignature
  | ts.MethodDeclaration
  | ts.ConstructorDeclaration;

const printer = ts.createPrinter();

/** Prints code as it is written in the declarations, indented by two spaces. */
export function print(node: ts.Node): string {
  const code = printer.printNode(ts.EmitHint.Unspecified, node, node.getSourceFile());
  return code.replaceAll(/^ +/gm, (indent) => " ".repeat(indent.length / 2));
}

/** Prints a name with its parameters and its return type. */
export function signature(name: string, { parameters, type }: Callable): string {
  return `${name}(${parameters.map(print).join(", ")})${type ? `: ${print(type)}` : ""}`;
}

/** Prints the type of a property. An indexed access into a generated type is resolved. */
export function typeOf(symbol: ts.Symbol, checker: ts.TypeChecker): string {
  const type = (symbol.declarations?.[0] as ts.PropertySignature | undefined)?.type;
  if (type && !ts.isIndexedAccessTypeNode(type)) return print(type);
  return checker.typeToString(checker.getTypeOfSymbol(symbol), undefined, ts.TypeFormatFlags.NoTruncation);
}
