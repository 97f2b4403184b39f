// Writes what is derived from the bundles beside them: facts, JSON Schemas, TypeScript types, OpenAPI 3.0, and the
// workflow on them.
import { copyFile, readFile, writeFile } from "node:fs/promises";
import { stringify } from "yaml";
import { facts } from "./facts.ts";
import { jsonSchemas } from "./json-schema.ts";
import { toOpenApi30 } from "./openapi-3.0.ts";
import { types } from "./response-types.ts";

const dist = new URL("../dist/", import.meta.url);

async function bundle(name: string) {
  return JSON.parse(await readFile(new URL(`${name}.json`, dist), "utf8"));
}

function write(file: string, content: string): Promise<void> {
  return writeFile(new URL(file, dist), content);
}

function writeJson(file: string, content: object): Promise<void> {
  return write(file, `${JSON.stringify(content, null, 2)}\n`);
}

for (const [file, schema] of Object.entries(jsonSchemas(await bundle("images"))))
  await writeJson(file, schema);
for (const name of ["images", "iam", "sts", "mock-control"])
  await write(`${name}.d.ts`, await types(await bundle(name)));
for (const name of ["images", "iam", "sts"]) {
  const description = toOpenApi30(await bundle(name));
  await writeJson(`${name}-3.0.json`, description);
  await write(`${name}-3.0.yaml`, stringify(description, { blockQuote: "literal", lineWidth: 0 }));
}
const issuers = [await bundle("iam.dereferenced"), await bundle("sts.dereferenced")];
await writeJson("facts.json", facts(await bundle("images.dereferenced"), issuers));

const workflow = "list-images.arazzo.yaml";
await copyFile(new URL(`../workflows/${workflow}`, import.meta.url), new URL(workflow, dist));
