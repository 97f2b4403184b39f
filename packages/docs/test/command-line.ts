import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** Writes what an installation of the command line would link: a command of this name, which ignores `skipped` arguments. */
export async function linkCommandLine(path: string, skipped = 0): Promise<void> {
  const manifest = createRequire(import.meta.url).resolve("@workspace-images/cli/package.json");
  const { bin } = JSON.parse(await readFile(manifest, "utf8"));
  const program = join(dirname(manifest), bin["workspace-images"]);
  await writeCommand(path, program, `shift ${skipped}`);
}

/** Writes a command that runs a program in Node.js with its arguments. */
export async function writeCommand(path: string, program: string, before = ""): Promise<void> {
  const script = `#!/bin/sh\n${before}\nexec "${process.execPath}" "${program}" "$@"\n`;
  await writeFile(path, script, { mode: 0o755 });
}
