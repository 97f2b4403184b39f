import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { OpenApiDescription } from "@workspace-images/spec";

/** The samples of the operation in the order of the page. The tests run each file. */
export const samples = [
  { label: "TypeScript", lang: "ts", file: "list-images.ts" },
  { label: "Command line", lang: "sh", file: "list-images-command.sh" },
  { label: "curl with a token", lang: "sh", file: "list-images.sh" },
  { label: "curl with an access key", lang: "sh", file: "list-images-signed.sh" },
  { label: "JavaScript", lang: "js", file: "list-images.js" },
  { label: "Python", lang: "py", file: "list_images.py" },
  { label: "Go", lang: "go", file: "list-images.go" },
] as const;

/**
 * Writes a bundle for the reference and returns the URL of the file. The samples are added as `x-codeSamples`. Tags keep
 * only their names, because a tag with a description gets a page, which would repeat the rest.
 */
export function writeDescription(name: "images" | "iam", root: URL): string {
  const bundle = createRequire(import.meta.url).resolve(`@workspace-images/spec/${name}.json`);
  const description = JSON.parse(readFileSync(bundle, "utf8"), withVisibleZero) as OpenApiDescription & {
    tags: { name: string }[];
  };
  description.tags = description.tags.map((tag) => ({ name: tag.name }));
  const operation = description.paths["/v2/{project_id}/images"]?.["get"] as
    | Record<string, unknown>
    | undefined;
  if (operation) {
    operation["x-codeSamples"] = samples.map(({ label, lang, file }) => ({
      label,
      lang,
      source: readFileSync(new URL(`samples/${file}`, root), "utf8").trimEnd(),
    }));
  }
  const folder = new URL("node_modules/.cache/description/", root);
  mkdirSync(folder, { recursive: true });
  const file = new URL(`${name}.json`, folder);
  writeFileSync(file, JSON.stringify(description));
  // The parser of starlight-openapi encodes the address once more, also when it was made from a path.
  return `file://${fileURLToPath(file)}`;
}

/** Turns 0 into a string, because the theme does not show the number 0. */
function withVisibleZero(key: string, value: unknown): unknown {
  return value === 0 && ["default", "minimum"].includes(key) ? "0" : value;
}
