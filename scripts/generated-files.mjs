// Writes generated files, or checks with --check that the committed ones are up to date.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));

/**
 * Writes files into a folder, each with `header` as its first line. With --check nothing is written, and the process
 * fails if a file differs.
 *
 * @param {URL} folder Ends with a slash.
 * @param {Readonly<Record<string, string>>} files Contents by name.
 * @param {{ readonly header: string, readonly remedy: string }} texts `remedy` says what to do about stale files.
 */
export async function writeGenerated(folder, files, { header, remedy }) {
  const isCheck = process.argv.includes("--check");
  const stale = [];
  for (const [name, content] of Object.entries(files)) {
    const url = new URL(name, folder);
    const generated = `${header}\n\n${content.trimEnd()}\n`;
    const committed = await readFile(url, "utf8").catch(() => undefined);
    if (committed === generated) continue;
    stale.push(relative(root, fileURLToPath(url)));
    if (isCheck) continue;
    await mkdir(folder, { recursive: true });
    await writeFile(url, generated);
  }
  if (!isCheck || stale.length === 0) return;
  process.stderr.write(`Stale: ${stale.join(", ")}\n${remedy}\n`);
  process.exitCode = 1;
}
