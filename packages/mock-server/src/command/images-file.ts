import type { MockImage } from "@workspace-images/mock";
import { readText } from "./text-file.ts";

/** Reads the file of `--images`. Throws an error for the user if it has no array of images. */
export async function readImages(file: string): Promise<MockImage[]> {
  const text = await readText("--images", file);
  try {
    const images = parseImages(text);
    if (images) return images;
  } catch (cause) {
    throw new Error(`Cannot read --images ${file}: ${(cause as Error).message}`, { cause });
  }
  throw new Error(
    `--images ${file} must contain an array, an object with an array "images", or one image a line.`,
  );
}

function parseImages(text: string): MockImage[] | undefined {
  const lines = text.split("\n").map((line, index) => ({ line, number: index + 1 }));
  const [first, second] = lines.filter(({ line }) => line.trim());
  // Only the first line of JSON Lines is a whole object.
  if (first && second && isObject(first.line)) {
    return lines.flatMap(({ line, number }) => (line.trim() ? [parseLine(line, number)] : []));
  }
  const content = JSON.parse(text);
  if (Array.isArray(content)) return content;
  if (Array.isArray(content?.images)) return content.images;
  return content?.id ? [content] : undefined;
}

function isObject(line: string): boolean {
  try {
    return line.startsWith("{") && Boolean(JSON.parse(line));
  } catch {
    return false;
  }
}

function parseLine(line: string, number: number): MockImage {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new Error(`line ${number}: ${(cause as Error).message}`, { cause });
  }
}
