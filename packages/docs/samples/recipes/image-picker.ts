import {
  type ImagesClient,
  isWorkspaceImagesError,
} from "@workspace-images/client";

/** Offers the private images in a form. */
export async function showImages(
  select: HTMLSelectElement,
  client: ImagesClient,
): Promise<void> {
  try {
    for await (const { id, name } of client.items({
      image_type: "private",
    })) {
      const option = document.createElement("option");
      option.value = id;
      option.textContent = name ?? id;
      select.append(option);
    }
  } catch (error) {
    if (!isWorkspaceImagesError(error)) throw error;
    select.disabled = true;
  }
}
