import {
  createImagesClient,
  isWorkspaceImagesError,
} from "@workspace-images/client";
import { loadConfig } from "@workspace-images/client/node";

const { WORKSPACE_ENDPOINT } = process.env;
const { sources, warnings, ...config } = await loadConfig();
const client = createImagesClient({
  ...config,
  endpoint: WORKSPACE_ENDPOINT,
});
try {
  const { images } = await client.list();
  console.log(images.length);
} catch (error) {
  if (!isWorkspaceImagesError(error)) throw error;
  switch (error.code) {
    case "API_ERROR":
      console.error(
        error.status < 500 ? "rejected" : "failed",
        error.message,
      );
      break;
    case "CONNECTION_FAILED":
    case "TIMED_OUT":
      console.error("no response", error.message);
      break;
    case "UNTRUSTED_RESPONSE":
      console.error("untrusted response", error.message);
      break;
    case "INVALID_INPUT":
      console.error("nothing sent", error.message);
  }
  process.exitCode = 1;
}
