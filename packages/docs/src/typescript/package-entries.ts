import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const PACKAGES = ["client", "mock", "mock-server", "spec"].map((name) => `@workspace-images/${name}`);

/** A module that users can import. */
export interface PackageEntry {
  /** Its name in an import, such as `@workspace-images/client/node`. */
  readonly specifier: string;
  /** Path of its declarations. */
  readonly file: string;
}

interface Manifest {
  readonly exports: Readonly<Record<string, string | { readonly types: string }>>;
}

/** Lists the entries with declarations, in the order of the manifests of the packages. */
export function packageEntries(): readonly PackageEntry[] {
  const { resolve } = createRequire(`${process.cwd()}/package.json`);
  return PACKAGES.flatMap((name) => {
    const manifest = resolve(`${name}/package.json`);
    const { exports } = JSON.parse(readFileSync(manifest, "utf8")) as Manifest;
    return Object.entries(exports).flatMap(([path, target]) =>
      typeof target === "string"
        ? []
        : [{ specifier: join(name, path), file: join(dirname(manifest), target.types) }],
    );
  });
}
