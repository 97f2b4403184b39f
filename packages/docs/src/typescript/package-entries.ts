import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const PACKAGES = ["client", "mock", "mock-server", "spec"].map((name) => `@workspace-images/${name}`);

/** What an `import` of a package can name. */
export interface PackageEntry {
  /** As it stands in an import, such as `@workspace-images/client/node`. */
  readonly specifier: string;
  /** Path of its declarations. */
  readonly file: string;
}

interface Manifest {
  readonly exports: Readonly<Record<string, string | { readonly types: string }>>;
}

/** Lists the entries of the packages that have declarations, in the order of their manifests. */
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
