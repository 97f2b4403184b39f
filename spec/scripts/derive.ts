// Writes what is derived from the bundles beside them: facts, JSON Schemas, TypeScript types, and the workflow on them.
import { copyFile, readFile, writeFile } from "node:fs/promises";
import { facts } from "./facts.ts";
import { jsonSchemas } from "./json-schema.ts";
import { types } from "./response-types.ts";

const dist = new URL("../dist/", import.meta.url);

async function bundle(name: string) {
  return JSON.parse(await readFile(new URL(`${name}.json`, dist), "utf8"));
}

const images = await bundle("images");
for (const [file, schema] of Object.entries(jsonSchemas(images))) {
  await writeFile(new URL(file, dist), `${JSON.stringify(schema, null, 2)}\n`);
}
await writeFile(new URL("images.d.ts", dist), await types(images));
for (const name of ["iam", "sts", "mock-control"]) {
  await writeFile(new URL(`${name}.d.ts`, dist), await types(await bundle(name)));
}

const issuers = [await bundle("iam.dereferenced"), await bundle("sts.dereferenced")];
const derived = facts(await bundle("images.dereferenced"), issuers);
await writeFile(new URL("facts.json", dist), `${JSON.stringify(derived, null, 2)}\n`);

const workflow = "list-images.arazzo.yaml";
await copyFile(new URL(`../workflows/${workflow}`, import.meta.url), new URL(workflow, dist));
