import { open, rm } from "node:fs/promises";
import { isWorkspaceImagesError } from "@workspace-images/client";
import { readVersion } from "../process/version.ts";
import { printableJson } from "../terminal/printable.ts";

/** What is known about a failed command. */
export interface Failure {
  readonly error: unknown;
  readonly exitStatus: number;
  /** What was read before. */
  readonly read?: { readonly pages: number; readonly images: number } | undefined;
  /** The last failed attempts, without credentials; for an error that does not know its own. */
  readonly attempts?: readonly object[] | undefined;
}

/** Writes a new file that only the user can read. If its disk is full, no part of it stays. */
async function writeNewFile(file: string, content: string): Promise<void> {
  const handle = await open(file, "wx", 0o600);
  try {
    await handle.writeFile(content);
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
}

/**
 * Writes a JSON report of a failure, without credentials, into a new file that only the user can read. Never follows a link
 * or replaces a file. Resolves to a line for the user; never rejects.
 */
export async function writeReport(file: string, { error, ...failure }: Failure): Promise<string> {
  const { name, message } = error instanceof Error ? error : { name: "Error", message: String(error) };
  const known = isWorkspaceImagesError(error) ? error.toReport() : { name, message };
  const versions = { cli: readVersion(), node: process.version, platform: process.platform };
  try {
    const content = printableJson(JSON.stringify({ ...failure, ...known, versions }, null, 2));
    await writeNewFile(file, `${content}\n`);
    return `Report: ${file}`;
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === "EEXIST")
      return `No report was written, because ${file} exists. Give --report the name of a new file.`;
    return `No report was written, because ${file} cannot be written (${code}).`;
  }
}
