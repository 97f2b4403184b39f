import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const CACHE = join(import.meta.dirname, "../../../node_modules/.cache/packed");
const run = promisify(execFile);

/**
 * Returns the path of one file of a published package. The package is downloaded once, without its dependencies, and no
 * install script runs.
 */
export async function fetchPackedFile(name: string, version: string, path: string): Promise<string> {
  const folder = join(CACHE, `${name.replace("/", "+")}@${version}`);
  const file = join(folder, "package", path);
  if (existsSync(file)) return file;
  await mkdir(folder, { recursive: true });
  const unpacking = await mkdtemp(join(folder, "unpacking-"));
  try {
    const { stdout } = await run("npm", ["pack", `${name}@${version}`, "--silent"], {
      cwd: unpacking,
      shell: process.platform === "win32",
    });
    await run("tar", ["-xzf", stdout.trim(), `package/${path}`], { cwd: unpacking });
    await mkdir(join(file, ".."), { recursive: true });
    // The file gets its final name only when it is complete.
    await rename(join(unpacking, "package", path), file);
  } finally {
    await rm(unpacking, { recursive: true });
  }
  return file;
}
