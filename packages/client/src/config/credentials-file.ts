/// <reference types="node" />
import { readBoundedFile } from "../files/bounded-file.ts";
import { parseSections } from "./ini.ts";

/** The section `[basic]` of a credentials file. */
export interface CredentialsFile {
  readonly values: ReadonlyMap<string, string>;
  /** Whether other users may read or change the file; false on Windows, where the mode says nothing. */
  readonly isExposed: boolean;
}

/**
 * Reads a credentials file; returns undefined if there is none.
 *
 * @throws {InputError} when the file exists but cannot be read or parsed, is not a regular file or is larger than 1 MiB.
 */
export async function readCredentialsFile(path: string): Promise<CredentialsFile | undefined> {
  const file = await readBoundedFile(path);
  if (!file) return undefined;
  const isExposed = process.platform !== "win32" && (file.mode & 0o066) !== 0;
  return { values: parseSections(file.text, path).get("basic") ?? new Map(), isExposed };
}
