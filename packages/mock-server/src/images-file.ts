import { readFile } from "node:fs/promises";
import type { MockImage } from "@workspace-images/mock";

/** Reads the file of `--images`. Throws an error for the user if it has no array of images. */
export async function readImages(file: string): Promise<MockImage[]> {
  let content: unknown;
  try {
    content = JSON.parse(await readFile(file, "utf8"));
  } catch (cause) {
    throw new Error(`Cannot read --images ${file}: ${(cause as Error).message}`, { cause });
  }
  const images = Array.isArray(content) ? content : (content as { images?: unknown } | null)?.images;
  if (Array.isArray(images)) return images;
  throw new Error(`--images ${file} must contain an array, or an object with an array "images".`);
}
