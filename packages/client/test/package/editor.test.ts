import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, test } from "vitest";

const file = fileURLToPath(new URL("./in-the-editor.ts", import.meta.url));
const START = `import { createImagesClient, knownValues, tokenAuth } from "../../src/index.ts";
const images = createImagesClient({ region: "cn-north-4", auth: tokenAuth("t") });
`;

/** What an editor knows about a program. */
function open(code: string): ts.LanguageService {
  const options: ts.CompilerOptions = {
    strict: true,
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    allowImportingTsExtensions: true,
    noEmit: true,
    exactOptionalPropertyTypes: true,
    types: [],
  };
  return ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => [file],
    getScriptVersion: () => "1",
    getScriptSnapshot(name) {
      const text = name === file ? START + code : ts.sys.readFile(name);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => fileURLToPath(new URL(".", import.meta.url)),
    getDefaultLibFileName: (given) => ts.getDefaultLibFilePath(given),
    fileExists: (name) => name === file || ts.sys.fileExists(name),
    readFile: ts.sys.readFile,
    directoryExists: ts.sys.directoryExists,
  });
}

/** The completions at the mark `|`. */
function completions(code: string): string[] {
  const at = code.indexOf("|");
  const found = open(code.replace("|", "")).getCompletionsAtPosition(file, START.length + at, {});
  return found?.entries.map(({ name }) => name) ?? [];
}

/** The messages of the compiler, each in one piece. */
function messages(code: string): string[] {
  return open(code)
    .getSemanticDiagnostics(file)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

describe("completion", () => {
  test("offers the filters", () => {
    const names = completions("images.list({ | })");
    expect(names).toEqual(
      expect.arrayContaining(["os_type", "image_type", "architecture", "limit", "sort_field"]),
    );
  });

  test("offers the values of a closed set", () => {
    expect(completions('images.list({ image_type: "|" })').sort()).toEqual(["gold", "private"]);
  });

  test("offers the known values of a set that may grow", () => {
    const code = 'for await (const image of images.items()) if (image.os_type === "|") break;';
    expect(completions(code)).toEqual(expect.arrayContaining(["Linux", "Windows", "Other"]));
  });

  test("offers the constants of known values, by field and by value", () => {
    expect(completions("knownValues.|")).toEqual(
      expect.arrayContaining(["os_type", "image_type", "architecture", "disk_format", "sort_field"]),
    );
    expect(completions("images.list({ os_type: knownValues.os_type.| })")).toEqual(
      expect.arrayContaining(["Linux", "Windows", "Other"]),
    );
  });

  test("offers the fields of an image", () => {
    const names = completions("const { images: [image] } = await images.list(); image?.|");
    expect(names).toEqual(expect.arrayContaining(["id", "name", "os_version", "min_disk", "created_at"]));
  });
});

describe("a mistake causes one short message", () => {
  test.each([
    ["images.list({ limt: 5 });", /'limt' does not exist in type 'ImagesQuery'/],
    ['images.list({ limit: "5" });', /^Type 'string' is not assignable to type 'number'\.$/],
    [
      'images.list({ image_type: "public" });',
      /^Type '"public"' is not assignable to type '"gold" \| "private" \| undefined'\.$/,
    ],
    ['createImagesClient({ region: "cn-north-4" });', /Property 'auth' is missing in type/],
    ["images.pages({}, { concurency: 2 });", /Did you mean to write 'concurrency'/],
  ])("%s", (code, expected) => {
    const found = messages(code);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(expected);
    expect(found[0]?.length).toBeLessThan(220);
  });
});
