import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";
import { NAMES, type Name, type Node, readBundle } from "./bundle.ts";

/** Writes what TypeScript knows of a schema, apart from openapi-typescript. */
function typeOf(schema: Node): string {
  const { $ref, type, properties, items } = schema;
  const values = schema["enum"] ?? schema["x-extensible-enum"];
  if ($ref) return `components["schemas"]["${String($ref).split("/").at(-1)}"]`;
  if (values) {
    const known = (values as readonly unknown[]).map((value) => JSON.stringify(value)).join(" | ");
    return schema["enum"] ? `(${known})` : `(${known} | (string & {}))`;
  }
  if (Array.isArray(type)) return type.map((one) => typeOf({ type: one } as unknown as Node)).join(" | ");
  if (properties) return objectOf(properties, schema["required"] as unknown as readonly string[]);
  if (items) return `${typeOf(items)}[]`;
  const name = String(type);
  return { integer: "number", object: "Record<string, never>" }[name] ?? name;
}

function objectOf(properties: Node, required: readonly string[] = []): string {
  const members = Object.entries(properties).map(
    ([name, part]) => `"${name}"${required.includes(name) ? "" : "?"}: ${typeOf(part)}`,
  );
  return `{ ${members.join("; ")} }`;
}

function parametersOf(parameters: readonly Node[]): string {
  const places = ["query", "header", "path", "cookie"].map((place) => {
    const all = parameters.filter((one) => String(one["in"]) === place);
    const required = all.filter((one) => one["required"]).map((one) => String(one["name"]));
    const schemas = Object.fromEntries(all.map((one) => [String(one["name"]), one["schema"]]));
    const type = all.length > 0 ? objectOf(schemas as unknown as Node, required) : "never";
    return `${place}${required.length > 0 ? "" : "?"}: ${type}`;
  });
  return `{ ${places.join("; ")} }`;
}

/** What the types of a description must be equal to, by their name. */
function* expected(name: Name): Generator<readonly [type: string, equal: string]> {
  const bundle = readBundle(name);
  const follow = (node: Node | undefined): Node => {
    const { $ref } = node as { $ref?: unknown };
    if (!$ref) return node as Node;
    return String($ref)
      .slice(2)
      .split("/")
      .reduce((part, key) => part?.[key] as Node, bundle);
  };
  const body = (node: Node | undefined) =>
    typeOf(node?.["content"]?.["application/json"]?.["schema"] as Node);
  for (const [schema, node] of Object.entries(bundle["components"]?.["schemas"] ?? {}))
    yield [`components["schemas"]["${schema}"]`, typeOf(node)];
  for (const [path, item] of Object.entries(bundle["paths"] ?? {}) as [string, Node][])
    for (const method of ["get", "post"]) {
      const operation = item[method];
      if (!operation) continue;
      const type = `operations["${operation["operationId"]}"]`;
      const parameters = [...(item["parameters"] ?? []), ...(operation["parameters"] ?? [])];
      yield [`paths["${path}"]["${method}"]`, type];
      yield [`${type}["parameters"]`, parametersOf(parameters.map((one) => follow(one as Node)))];
      if (operation["requestBody"])
        yield [
          `${type}["requestBody"]`,
          `{ content: { "application/json": ${body(operation["requestBody"])} } }`,
        ];
      const responses = Object.entries(operation["responses"] ?? {});
      yield [`keyof ${type}["responses"]`, responses.map(([status]) => status).join(" | ")];
      for (const [status, written] of responses) {
        const response = follow(written);
        const of = `${type}["responses"][${status}]`;
        yield [`${of}["content"]`, `{ "application/json": ${body(response)} }`];
        for (const [header, value] of Object.entries(response["headers"] ?? {}))
          yield [`${of}["headers"]["${header}"]`, typeOf(follow(value)["schema"] as Node)];
      }
    }
}

/** What the compiler says about a module beside this file. */
function errorsOf(code: string): readonly string[] {
  const file = fileURLToPath(new URL("equal-types.ts", import.meta.url));
  const options: ts.CompilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    allowImportingTsExtensions: true,
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => name === file || fileExists(name);
  host.getSourceFile = (name, ...rest) =>
    name === file ? ts.createSourceFile(name, code, ts.ScriptTarget.ES2022) : getSourceFile(name, ...rest);
  return ts
    .getPreEmitDiagnostics(ts.createProgram([file], options, host))
    .map(({ start = 0, messageText }) => {
      const line = code.slice(code.lastIndexOf("\n", start) + 1).split("\n")[0];
      return `${line}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
    });
}

test.each(NAMES)("the types of %s are those of its schemas, parameters and responses", (name) => {
  const pairs = [...expected(name)];
  expect(pairs.length).toBeGreaterThan(20);
  const lines = pairs.map(
    ([type, equal], index) => `export const equal${index}: Equal<${type}, ${equal}> = true;`,
  );
  const code = `import type { components, operations, paths } from "../dist/${name}.d.ts";
type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
${lines.join("\n")}`;
  expect(errorsOf(code)).toEqual([]);
});

test("the facts have the type that the package exports", () => {
  const json = readFileSync(new URL("../dist/facts.json", import.meta.url), "utf8");
  const code = `import type { DescribedFacts } from "../facts.d.ts";\nexport const facts: DescribedFacts = ${json};`;
  expect(errorsOf(code)).toEqual([]);
});
