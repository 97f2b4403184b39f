import { writeFile } from "node:fs/promises";
import { isWorkspaceImagesError } from "@workspace-images/client";
import { readVersion } from "../process/version.ts";

/** Writes a JSON report of a failure, without credentials. Resolves to a line for the user; never rejects. */
export async function writeReport(file: string, error: unknown, exitStatus: number): Promise<string> {
  const { name, message } = error instanceof Error ? error : { name: "Error", message: String(error) };
  const known = isWorkspaceImagesError(error) ? error.toReport() : { name, message };
  const versions = { cli: readVersion(), node: process.version, platform: process.platform };
  try {
    await writeFile(file, `${JSON.stringify({ ...known, exitStatus, versions }, null, 2)}\n`);
    return `Report: ${file}`;
  } catch (cause) {
    return `Cannot write the report to ${file} (${(cause as NodeJS.ErrnoException).code}).`;
  }
}
