/// <reference types="node" />
import { open } from "node:fs/promises";
import { InputError } from "../errors/errors.ts";

/** The section `[basic]` of a credentials file. */
export interface CredentialsFile {
  readonly values: ReadonlyMap<string, string>;
  /** Whether other users may read or change the file; false on Windows, where the mode says nothing. */
  readonly isExposed: boolean;
}

/** Keys are not case-sensitive. A value is the rest of its line: a secret may contain characters that start comments. */
function parseBasicSection(text: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  let section = "";
  for (const line of text.split(/\r?\n/)) {
    section = /^\s*\[(.*)\]\s*$/.exec(line)?.[1]?.trim() ?? section;
    const [, key, value] = /^([^=:]+)[=:](.*)$/.exec(line) ?? [];
    if (section === "basic" && key && value?.trim()) values.set(key.trim().toLowerCase(), value.trim());
  }
  return values;
}

async function read(path: string): Promise<{ readonly text: string; readonly mode: number }> {
  // One handle for both, so that the mode belongs to the file that is read.
  const file = await open(path);
  try {
    const { mode } = await file.stat();
    return { text: await file.readFile("utf8"), mode };
  } finally {
    await file.close();
  }
}

/**
 * Reads a credentials file; returns undefined if there is none.
 *
 * @throws {InputError} when the file exists but cannot be read.
 */
export async function readCredentialsFile(path: string): Promise<CredentialsFile | undefined> {
  const file = await read(path).catch(({ code }: NodeJS.ErrnoException) => {
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw new InputError(`${path} cannot be read (${code})`);
  });
  if (!file) return undefined;
  const isExposed = process.platform !== "win32" && (file.mode & 0o066) !== 0;
  return { values: parseBasicSection(file.text), isExposed };
}
