import {
  type ImageInfo,
  type ImagesClient,
  isWorkspaceImagesError,
} from "@workspace-images/client";

export type Newest =
  | { image: ImageInfo | undefined }
  | { problem: "permission" | "credentials" | "unreachable" };

/** Returns the newest public Windows 11 image, or why it cannot be read. */
export async function newestWindows11(
  client: ImagesClient, // its `timeout` is 3 s, so that a retry fits in
): Promise<Newest> {
  const query = { os_type: "Windows", image_type: "gold" } as const;
  let image: ImageInfo | undefined;
  try {
    // For all pages, attempts and waits together.
    const listing = client.items(query, { deadline: 10_000 });
    for await (const one of listing) {
      if (!one.os_version?.startsWith("Windows 11")) continue;
      const isNewer = (one.created_at ?? "") > (image?.created_at ?? "");
      if (!image || isNewer) image = one;
    }
    return { image };
  } catch (error) {
    if (!isWorkspaceImagesError(error)) throw error;
    if (error.code === "CONNECTION_FAILED" || error.code === "TIMED_OUT")
      return { problem: "unreachable" };
    if (error.code !== "API_ERROR") throw error;
    if (error.status === 401) return { problem: "credentials" };
    if (error.status === 403) return { problem: "permission" };
    throw error; // error.errorCode says what else is wrong
  }
}
