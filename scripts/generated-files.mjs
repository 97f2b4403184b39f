import { readFile, writeFile } from "node:fs/promises";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Writes generated files that have changed. With `--check` it writes nothing: it lists the stale files on standard
 * error and sets exit status 1.
 *
 * @param {URL} folder where the files are
 * @param {Readonly<Record<string, string>>} files content by name
 * @param {{ readonly header: string, readonly remedy: string }} options `header` is the first line of each file;
 *   `remedy` says what to do about stale files
 */
export async function writeGenerated(folder, files, { header, remedy }) {
  const isCheck = process.argv.includes("--check");
  const stale = [];
  for (const [name, content] of Object.entries(files)) {
    const file = new URL(name, folder);
    const text = `${header}\n\n${content.trimEnd()}\n`;
    if ((await readFile(file, "utf8").catch(() => undefined)) === text) continue;
    stale.push(relative(process.cwd(), fileURLToPath(file)));
    if (!isCheck) await writeFile(file, text);
  }
  if (!isCheck || stale.length === 0) return;
  process.stderr.write(`Stale: ${stale.join(", ")}\n${remedy}\n`);
  process.exitCode = 1;
}
