import { existsSync, readFileSync } from "node:fs";
import { digestOf } from "./digest.mjs";

/** Figures of a check that runs on demand, as `scripts/evidence/record.mjs` writes them. */
export interface Evidence<Figures> {
  readonly command: string;
  readonly date: string;
  readonly node: string;
  readonly processor: string;
  /** Paths of what the figures are about. */
  readonly about: readonly string[];
  readonly digest: string;
  readonly figures: Figures;
}

/** Returns the figures of a check, or undefined if it was not run yet; `root` is the folder of the repository. */
export function readEvidence<Figures>(name: string, root: string): Evidence<Figures> | undefined {
  const file = `${root}/packages/docs/evidence/${name}.json`;
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}

/** Whether the figures are older than the files that they are about. Without git, as in a tarball, nobody knows. */
export function isStale(
  { about, digest }: Pick<Evidence<unknown>, "about" | "digest">,
  root: string,
): boolean {
  try {
    return digestOf(about, root) !== digest;
  } catch {
    return false;
  }
}
