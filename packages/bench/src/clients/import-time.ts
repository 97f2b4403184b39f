import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

const { NODE_COMPILE_CACHE: _, ...env } = process.env;

/** Measures one import in a fresh process, in milliseconds. */
async function importOnce(modules: readonly string[]): Promise<number> {
  const imports = modules.map((module) => `await import(${JSON.stringify(module)});`).join("");
  // Stop the clock before the first use of process.stdout, which takes milliseconds itself.
  const program = `const start = performance.now();${imports}const time = performance.now() - start;process.stdout.write(String(time))`;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--input-type=module", "--eval", program],
    // Node.js resolves the modules from this folder.
    { cwd: join(import.meta.dirname, "../.."), env: { ...env, NODE_DISABLE_COMPILE_CACHE: "1" } },
  );
  return Number(stdout);
}

/**
 * Imports modules in fresh processes, in turn, and returns the milliseconds by name and round. The first round does not
 * count, because the operating system reads the files from disk in it.
 */
export async function measureImports(
  entries: ReadonlyMap<string, readonly string[]>,
  rounds: number,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const times = new Map<string, number[]>([...entries.keys()].map((name) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const [name, modules] of entries) {
      const time = await importOnce(modules);
      if (round > 0) times.get(name)?.push(time);
    }
  }
  return times;
}
