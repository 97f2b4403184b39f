import { createImagesClient, tokenAuth } from "@workspace-images/client";

const { WORKSPACE_ENDPOINT, PROJECT_ID, TOKEN = "" } = process.env;
const images = createImagesClient({
  endpoint: WORKSPACE_ENDPOINT,
  projectId: PROJECT_ID,
  auth: tokenAuth(TOKEN),
});

// Every image, page by page. Leaving the loop ends the listing.
for await (const { id, name } of images.items({ os_type: "Windows" })) {
  if (name?.includes("WIN1064")) {
    console.log("found", id);
    break;
  }
}

// Pages of ten images, in order, with four requests in parallel and five seconds for all of them.
const options = { limit: 10, concurrency: 4, deadline: 5000 };
for await (const page of images.pages({}, options)) {
  console.log("page", page.images.length);
}
