import ts from "typescript";
import { docComment, packageDocumentation } from "./doc-comment.ts";
import { type Declared, membersOf } from "./members.ts";
import type { PackageEntry } from "./package-entries.ts";
import { type Callable, print, signature } from "./written-code.ts";

/** An export of an entry. */
export interface Exported extends Declared {
  readonly kind: "Functions" | "Constants" | "Classes" | "Types";
  readonly members: readonly Declared[];
}

/** An entry with its exports, sorted by name. */
export interface DescribedEntry {
  readonly specifier: string;
  readonly text: string;
  readonly exports: readonly Exported[];
}

/** Reads the exports of entries from their declarations. Types stay as they are written; the compiler would expand them. */
export function describeEntries(entries: readonly PackageEntry[]): readonly DescribedEntry[] {
  const program = ts.createProgram(
    entries.map(({ file }) => file),
    {
      module: ts.ModuleKind.NodeNext,
      target: ts.ScriptTarget.ES2023,
      lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.asynciterable.d.ts", "lib.esnext.disposable.d.ts"],
      strict: true,
      types: [],
    },
  );
  const checker = program.getTypeChecker();
  return entries.map(({ specifier, file }) => {
    const source = program.getSourceFile(file);
    const module = source && checker.getSymbolAtLocation(source);
    if (!module) throw new Error(`${specifier} has no declarations at ${file}`);
    const exports = checker
      .getExportsOfModule(module)
      .map((symbol) => describe(symbol, checker))
      .sort((a, b) => a.name.localeCompare(b.name));
    return { specifier, text: packageDocumentation(source), exports };
  });
}

function describe(exported: ts.Symbol, checker: ts.TypeChecker): Exported {
  const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
  const { name } = exported;
  const declarations = symbol.getDeclarations() ?? [];
  const [declaration] = declarations;
  const common = { name, comment: docComment(symbol, checker) };
  if (declaration && ts.isFunctionDeclaration(declaration)) {
    const code = declarations.map((overload) => signature(`function ${name}`, overload as Callable));
    return { ...common, kind: "Functions", code: code.join("\n"), members: [] };
  }
  if (declaration && ts.isVariableDeclaration(declaration)) {
    const code = `const ${name}: ${declaration.type && print(declaration.type)}`;
    return { ...common, kind: "Constants", code, members: [] };
  }
  if (declaration && ts.isTypeAliasDeclaration(declaration)) {
    const isLookup = ts.isIndexedAccessTypeNode(declaration.type);
    const code = isLookup ? `type ${name}` : `type ${name} = ${print(declaration.type)}`;
    return { ...common, kind: "Types", code, members: isLookup ? membersOf(symbol, checker) : [] };
  }
  if (declaration && (ts.isInterfaceDeclaration(declaration) || ts.isClassDeclaration(declaration))) {
    const isClass = ts.isClassDeclaration(declaration);
    const isAbstract = ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Abstract;
    const heritage = declaration.heritageClauses?.map((clause) => ` ${print(clause)}`).join("") ?? "";
    // Types generated from a description are long, and the description documents their content better.
    const isGenerated = declaration.getSourceFile().fileName.endsWith(".gen.d.ts");
    return {
      ...common,
      kind: isClass ? "Classes" : "Types",
      code: `${isAbstract ? "abstract " : ""}${isClass ? "class" : "interface"} ${name}${heritage}`,
      members: isGenerated ? [] : membersOf(symbol, checker),
    };
  }
  throw new Error(`The reference cannot show exports of the kind of ${name}`);
}
