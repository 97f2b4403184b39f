import { createImagesClient, tokenAuth } from "@workspace-images/client";
import { PROJECT_ID, TOKEN } from "./peers/request.ts";

/** Pages at a time, the first for comparison. */
export const CONCURRENCIES = [1, 4, 8] as const;

const DELAY = 50;
const images = Array.from({ length: 5000 }, (_, index) => ({ id: `image-${index}` }));

/** Reads 5,000 images in pages of 100 that take 50 ms each, and returns the milliseconds. */
export async function measureListing(concurrency: number): Promise<number> {
  const client = createImagesClient({
    endpoint: "https://workspace.test",
    projectId: PROJECT_ID,
    auth: tokenAuth(TOKEN),
    async fetch(request) {
      const { searchParams } = new URL((request as Request).url);
      const offset = Number(searchParams.get("offset"));
      await new Promise((resolve) => setTimeout(resolve, DELAY));
      return Response.json({ images: images.slice(offset, offset + 100), total_count: images.length });
    },
  });
  const startedAt = performance.now();
  let count = 0;
  for await (const _ of client.items({}, { concurrency })) count++;
  if (count !== images.length) throw new Error(`${count} of ${images.length} images were read`);
  return performance.now() - startedAt;
}
