import { readFile } from "node:fs/promises";
import { getSystemErrorMap } from "node:util";

/**
 * Reads a file that begins with an ASCII character, as JSON does, in UTF-8 or UTF-16, with or without a byte order mark.
 * Throws an error for the user that names the option.
 */
export async function readText(option: string, file: string): Promise<string> {
  try {
    const bytes = await readFile(file);
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch (cause) {
    const { code, errno = 0, message } = cause as NodeJS.ErrnoException;
    const isInvalid = code === "ERR_ENCODING_INVALID_ENCODED_DATA";
    // The message of a system error contains the path again.
    const [, reason = message] = getSystemErrorMap().get(errno) ?? [];
    const problem = isInvalid ? "It is not text in UTF-8 or UTF-16." : reason;
    throw new Error(`Cannot read ${option} ${file}: ${problem}`, { cause });
  }
}

/** Recognizes UTF-16 by its byte order mark, or by the zero byte beside the first character. */
function encodingOf([first, second]: Uint8Array): string {
  if ((first === 0xff && second === 0xfe) || second === 0) return "utf-16le";
  if ((first === 0xfe && second === 0xff) || first === 0) return "utf-16be";
  return "utf-8";
}
