/// <reference types="node" />
import { constants } from "node:fs";
import { open } from "node:fs/promises";
import { InputError } from "../errors/errors.ts";

/** Bytes; files with credentials have a few hundred, tokens some thousands. */
const LARGEST_FILE = 2 ** 20;

/** The text of a file, and its mode. */
export interface BoundedFile {
  readonly text: string;
  readonly mode: number;
}

/**
 * Reads a small file; returns undefined if there is none.
 *
 * @throws {InputError} when the file cannot be read, is not a regular file or is larger than 1 MiB.
 */
export async function readBoundedFile(path: string): Promise<BoundedFile | undefined> {
  try {
    // One handle for all, so that size and mode belong to the file that is read. A pipe must not be waited for.
    const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const stats = await file.stat();
      if (!stats.isFile()) throw new InputError(`${path} is not a regular file`);
      // One byte more tells a file that is larger, also where the system does not know its size.
      const bytes = new Uint8Array(LARGEST_FILE + 1);
      let size = 0;
      for (let read = -1; read !== 0 && size < bytes.length; size += read) {
        read = (await file.read(bytes, size)).bytesRead;
      }
      if (size > LARGEST_FILE) throw new InputError(`${path} is larger than 1 MiB`);
      return { text: new TextDecoder().decode(bytes.subarray(0, size)), mode: stats.mode };
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof InputError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw new InputError(`${path} cannot be read (${code})`);
  }
}
