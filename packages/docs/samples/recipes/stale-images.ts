import {
  type ImageInfo,
  type ImagesClient,
  isWorkspaceImagesError,
} from "@workspace-images/client";

/** Lists public images. In an outage, returns the last list if it is at most a day old, and when it was read. */
export function createImageList(client: ImagesClient, now = Date.now) {
  const day = 24 * 60 * 60 * 1000;
  let last: { images: ImageInfo[]; readAt: number } | undefined;
  return async () => {
    try {
      // The deadline keeps the callers from waiting for a service that is down.
      const images: ImageInfo[] = [];
      const listing = client.items(
        { image_type: "gold" },
        { deadline: 5000 },
      );
      for await (const image of listing) images.push(image);
      last = { images, readAt: now() };
    } catch (error) {
      if (!last || now() - last.readAt > day || !isOutage(error))
        throw error;
    }
    return last;
  };
}

/** Returns true for an outage, false for a mistake such as an invalid token. */
function isOutage(error: unknown): boolean {
  if (!isWorkspaceImagesError(error)) return false;
  if (error.code === "API_ERROR")
    return error.status >= 500 || error.status === 429;
  return error.code === "CONNECTION_FAILED" || error.code === "TIMED_OUT";
}
