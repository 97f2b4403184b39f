import { writeFile } from "node:fs/promises";
import { isWorkspaceImagesError } from "@workspace-images/client";
import { readVersion } from "./version.ts";

/** Writes what is known of a failure, without credentials, as JSON; resolves to a line that says so. */
export async function writeReport(file: string, error: unknown, exitStatus: number): Promise<string> {
  const { name, message } = error instanceof Error ? error : { name: "Error", message: String(error) };
  const known = isWorkspaceImagesError(error) ? error.toReport() : { name, message };
  const versions = { cli: readVersion(), node: process.version, platform: process.platform };
  try {
    await writeFile(file, `${JSON.stringify({ ...known, exitStatus, versions }, null, 2)}\n`);
    return `Report: ${file}`;
  } catch (cause) {
    return `The report cannot be written to ${file} (${(cause as NodeJS.ErrnoException).code}).`;
  }
}
