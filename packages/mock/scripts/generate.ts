// Generates src/generated/ from the facts of the descriptions; with --check it only compares.
import { facts } from "@workspace-images/spec/facts";
import { writeGenerated } from "../../../scripts/generated-files.mjs";

const { query } = facts.operations.listImages.parameters;
const filters = query.flatMap(({ name, filter }) => (filter ? [{ name, ...filter }] : []));
const hidden = filters.filter(({ match }) => match === "hidden-list");

/** Makes an object with an entry for each item, and writes it as code. */
function code<T>(items: readonly T[], entry: (item: T) => readonly [name: string, value: unknown]): string {
  return JSON.stringify(Object.fromEntries(items.map(entry)), null, 2);
}

function capitalized(name: string): string {
  return name.replace(/^./, (letter) => letter.toUpperCase());
}

function mockImage(): string {
  const fields = facts.imageFields.map(({ name, kind, known, isNullable, isRequired, text }) => {
    const values = known?.map((value) => JSON.stringify(value)).join(" | ");
    const type = kind === "integer" ? "number" : values ? `${values} | (string & {})` : "string";
    return `  /** ${text} */\n  ${name}${isRequired ? "" : "?"}: ${type}${isNullable ? " | null" : ""};\n`;
  });
  const lists = hidden.map(
    ({ name, field }) =>
      `  /** Values of \`${name}\` that find the image; default all. Only the mock has them, and it never sends them. */\n  ${field}?: readonly string[];\n`,
  );
  return `/** An image in the catalogue of the mock: the properties that the service sends, and those that only a filter reads. */
export interface MockImage {\n${[...fields, ...lists].join("")}}`;
}

/** Writes the images of the documentation page, and an image with the first example of every property. */
function describedImages(): string {
  const documented = facts.operations.listImages.requests.flatMap(({ response }) => response?.body ?? []);
  const [{ images }] = documented as [{ images: readonly object[] }];
  return `import type { MockImage } from "./mock-image.gen.ts";

/** The images of the documented response. */
export const documentedImages: readonly MockImage[] = ${JSON.stringify(images, null, 2)};

/** The first example of every property. */
export const exampleImage = ${code(facts.imageFields, ({ name, examples }) => [name, examples[0]])};`;
}

/** Writes the rules of the parameters that each operation has in a place, such as `listImagesQuery`. */
function parameterRules(): string {
  const constants = Object.entries(facts.operations).flatMap(([id, { parameters }]) =>
    Object.entries(parameters)
      .filter(([, all]) => all.length > 0)
      .map(([place, all]) => {
        const rules = code(all, ({ name, values, range, length }) => [
          place === "header" ? name.toLowerCase() : name,
          { values, range, length },
        ]);
        return `/** What is valid for the ${place} parameters of ${id}. */
export const ${id}${capitalized(place)} = ${rules} as const;\n`;
      }),
  );
  const defaults = query.filter((parameter) => parameter.default !== undefined);
  return `${constants.join("\n")}
/** What a listing takes for parameters that are left out. */
export const defaults = ${code(defaults, (parameter) => [parameter.name, String(parameter.default)])};`;
}

/** Writes method and path of each operation. A brace in a path is left over from a template that was not filled in. */
function operationPaths(): string {
  const operations = Object.entries(facts.operations).map(([id, { method, path }]) => {
    const pattern = path.replaceAll(/[/.]/g, "\\$&").replaceAll(/\{\w+\}/g, "((?:(?!%7[BDbd])[^/])+)");
    return `  ${id}: { method: "${method}", path: /^${pattern}$/ },\n`;
  });
  return `/** Method and path of each operation. */\nexport const operations = {\n${operations.join("")}};`;
}

function filterRules(): string {
  const others = filters.filter(({ name, field, match }) => name !== field || match !== "exact");
  return `/** What a filter compares, and how. */
export interface FilterRule {
  field: string;
  match: "exact" | "first-words" | "hidden-list";
}

/** The filters that do more than to compare the property of the same name. */
export const filterRules: Readonly<Record<string, FilterRule>> = ${code(others, ({ name, ...rule }) => [name, rule])};

/** Hides the properties of the catalogue that are never sent. */
export const neverSent = { ${hidden.map(({ field }) => `${field}: undefined`).join(", ")} };`;
}

function describedErrors(): string {
  const names = new Map<string, string>();
  const usual = Object.entries(facts.operations).map(([id, { errors }]) => {
    const all = errors.map(({ name, status, body }) => {
      // The ID of the request is filled in when the response is sent.
      const sent = "request_id" in body ? { ...body, request_id: "" } : body;
      const text = JSON.stringify({ status, body: sent });
      const isTaken = [...names].some(([other, taken]) => taken === name && other !== text);
      if (!names.has(text)) names.set(text, isTaken ? id + capitalized(name) : name);
      return { status, name: names.get(text) };
    });
    const first = all.filter((error) => all.find(({ status }) => status === error.status) === error);
    return `  ${id}: [${first.map(({ name }) => name).join(", ")}],\n`;
  });
  const constants = [...names].map(([text, name]) => `export const ${name} = ${text};\n`);
  return `${constants.join("")}
/** The usual error of each status, by operation. */
export const usualErrors = {\n${usual.join("")}};`;
}

const files = {
  "described-errors.gen.ts": describedErrors(),
  "described-images.gen.ts": describedImages(),
  "filter-rules.gen.ts": filterRules(),
  "mock-image.gen.ts": mockImage(),
  "operations.gen.ts": operationPaths(),
  "parameter-rules.gen.ts": parameterRules(),
};
await writeGenerated(new URL("../src/generated/", import.meta.url), files, {
  header: "// Generated from the description by `pnpm generate`. Do not edit.",
  remedy:
    "The description has changed. Run `pnpm --filter @workspace-images/mock generate` and commit the result.",
});
