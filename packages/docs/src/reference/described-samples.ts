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
export const SAMPLES = new URL("../../../../spec/samples/", import.meta.url);

const files = readdirSync(SAMPLES).map((file) => ({
  file,
  source: readFileSync(new URL(file, SAMPLES), "utf8"),
}));
const operation = images.paths["/v2/{project_id}/images"]?.["get"] as {
  readonly "x-codeSamples": readonly CodeSample[];
};

/** The samples of the operation in the order of the page. The tests run each file. */
export const samples = operation["x-codeSamples"].map((sample) => ({
  ...sample,
  file: files.find(({ source }) => source === sample.source)?.file ?? "",
}));

/**
 * Writes a bundle for the reference and returns the URL of the file. Samples lose the line break at their end. Tags keep
 * only their names, because a tag with a description gets a page, which would repeat the rest.
 */
export function writeDescription(name: "images" | "iam", root: URL): string {
  const bundle = createRequire(import.meta.url).resolve(`@workspace-images/spec/${name}.json`);
  const description = JSON.parse(readFileSync(bundle, "utf8"), shown) as OpenApiDescription & {
    tags: { name: string }[];
  };
  description.tags = description.tags.map((tag) => ({ name: tag.name }));
  const folder = new URL("node_modules/.cache/description/", root);
  mkdirSync(folder, { recursive: true });
  const file = new URL(`${name}.json`, folder);
  writeFileSync(file, JSON.stringify(description));
  // The parser of starlight-openapi encodes the address once more, also when it was made from a path.
  return `file://${fileURLToPath(file)}`;
}

/** Turns 0 into a string, because the theme does not show the number 0, and trims the end of a sample. */
function shown(key: string, value: unknown): unknown {
  if (key === "source" && typeof value === "string") return value.trimEnd();
  return value === 0 && ["default", "minimum"].includes(key) ? "0" : value;
}
