import { cpSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync } from "node:fs";
import { basename, dirname, join } from "node:path";

const docs = join(import.meta.dirname, "..");
const packages = dirname(docs);
const repository = dirname(packages);

/** A copy of this package, in a folder that looks like the repository. */
export interface CopiedWorkspace {
  readonly folder: string;
  /** Folder of the copied package. */
  readonly docs: string;
}

/** Copies this package into a new folder, whose name starts as given, and links what the package reads elsewhere. */
export function copyWorkspace(name: string): CopiedWorkspace {
  // Not in the folder for temporary files, because Astro does not find modules that share no folder with the site.
  mkdirSync(join(repository, ".turbo"), { recursive: true });
  const folder = mkdtempSync(join(repository, ".turbo", name));
  const copy = join(folder, "packages", basename(docs));
  link(repository, folder, [".git", ".turbo", "packages"]);
  link(packages, dirname(copy), [basename(docs)]);
  link(join(docs, "node_modules"), join(copy, "node_modules"), [".astro", ".cache", ".vite", ".vite-temp"]);
  const left = ["node_modules", "dist", ".astro", ".turbo"];
  cpSync(docs, copy, { recursive: true, filter: (path) => !left.includes(path.slice(docs.length + 1)) });
  return { folder, docs: copy };
}

/** Links what a folder has, but for some names. */
function link(from: string, to: string, except: readonly string[]): void {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) {
    if (!except.includes(name)) symlinkSync(join(from, name), join(to, name), "junction");
  }
}
