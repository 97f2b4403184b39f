import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { describeEntries } from "./declarations.ts";
import { packageEntries } from "./package-entries.ts";
import { anchorOf, labelOf, referencePage } from "./reference-page.ts";

/** Writes a page for each entry where Astro finds it, and returns the slugs. */
export function writeTypescriptReference(root: URL): string[] {
  const entries = describeEntries(packageEntries());
  const folder = new URL("src/content/docs/typescript/", root);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return entries.map((entry) => {
    const name = fileName(entry.specifier);
    writeFileSync(
      new URL(`${name}.md`, folder),
      referencePage(entry, (exported) => {
        // If two entries export the same name, link within the same page.
        const home = [entry, ...entries].find(({ exports }) => exports.some((one) => one.name === exported));
        return home && `/typescript/${fileName(home.specifier)}.html#${anchorOf(exported)}`;
      }),
    );
    return `typescript/${name}`;
  });
}

function fileName(specifier: string): string {
  return labelOf(specifier).replaceAll("/", "-");
}
