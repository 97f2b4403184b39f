import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { images, type OpenApiDescription } from "@workspace-images/spec";

interface CodeSample {
  readonly label: string;
  readonly lang: string;
  readonly source: string;
}

/** Folder of the samples of the operation. */
export const SAMPLES = new URL("../../../spec/samples/", import.meta.url);

const files = readdirSync(SAMPLES).map((file) => ({
  file,
  source: readFileSync(new URL(file, SAMPLES), "utf8"),
}));
const operation = images.paths["/v2/{project_id}/images"]?.["get"] as {
  readonly "x-codeSamples": readonly CodeSample[];
};

/** Samples of the operation in the order in which they are shown; each is a file that the tests execute. */
export const samples = operation["x-codeSamples"].map((sample) => ({
  ...sample,
  file: files.find(({ source }) => source === sample.source)?.file ?? "",
}));

/**
 * Writes a bundle for the reference and gives the path of the file: with samples without an empty line at their end,
 * and with tags that are only names, because a page for each tag would say nothing new.
 */
export function writeDescription(name: "images" | "iam", root: URL): string {
  const bundle = createRequire(import.meta.url).resolve(`@workspace-images/spec/${name}.json`);
  const description = JSON.parse(readFileSync(bundle, "utf8"), shown) as OpenApiDescription & {
    tags: { name: string }[];
  };
  description.tags = description.tags.map((tag) => ({ name: tag.name }));
  const folder = new URL("node_modules/.cache/description/", root);
  mkdirSync(folder, { recursive: true });
  const file = fileURLToPath(new URL(`${name}.json`, folder));
  writeFileSync(file, JSON.stringify(description));
  return file;
}

/** Makes a text of a zero, which the theme would take for nothing, and ends a sample with its last line. */
function shown(key: string, value: unknown): unknown {
  if (key === "source" && typeof value === "string") return value.trimEnd();
  return value === 0 && ["default", "minimum"].includes(key) ? "0" : value;
}
