/// <reference types="node" />
import { constants } from "node:fs";
import { open } from "node:fs/promises";
import { InputError } from "../errors/errors.ts";
import { parseSections } from "./ini.ts";

/** The section `[basic]` of a credentials file. */
export interface CredentialsFile {
  readonly values: ReadonlyMap<string, string>;
  /** Whether other users may read or change the file; false on Windows, where the mode says nothing. */
  readonly isExposed: boolean;
}

/** Bytes; a credentials file has a few hundred. */
const LARGEST_FILE = 2 ** 20;

async function read(path: string): Promise<{ readonly text: string; readonly mode: number }> {
  // One handle for all, so that size and mode belong to the file that is read. A pipe must not be waited for.
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = await file.stat();
    if (!stats.isFile()) throw new InputError(`${path} is not a regular file`);
    if (stats.size > LARGEST_FILE) throw new InputError(`${path} is larger than 1 MiB`);
    return { text: await file.readFile("utf8"), mode: stats.mode };
  } finally {
    await file.close();
  }
}

/**
 * Reads a credentials file; returns undefined if there is none.
 *
 * @throws {InputError} when the file exists but cannot be read or parsed, is not a regular file or is larger than 1 MiB.
 */
export async function readCredentialsFile(path: string): Promise<CredentialsFile | undefined> {
  const file = await read(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return undefined;
    throw error instanceof InputError ? error : new InputError(`${path} cannot be read (${error.code})`);
  });
  if (!file) return undefined;
  const isExposed = process.platform !== "win32" && (file.mode & 0o066) !== 0;
  return { values: parseSections(file.text, path).get("basic") ?? new Map(), isExposed };
}
