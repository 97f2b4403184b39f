import {
  createImagesClient,
  isWorkspaceImagesError,
  tokenAuth,
} from "@workspace-images/client";

const { WORKSPACE_ENDPOINT, PROJECT_ID, TOKEN = "" } = process.env;
const images = createImagesClient({
  region: "cn-north-4",
  endpoint: WORKSPACE_ENDPOINT, // omit to call the real service
  projectId: PROJECT_ID,
  auth: tokenAuth(TOKEN),
  deadline: 60_000,
});

try {
  console.log((await images.list()).images.length);
} catch (error) {
  if (!isWorkspaceImagesError(error)) throw error; // your own abort, or a bug
  switch (error.code) {
    case "INVALID_INPUT": // nothing was sent
    case "UNTRUSTED_RESPONSE": // error.reason says why
    case "CONNECTION_FAILED": // no complete response
    case "TIMED_OUT":
      console.error(error.message);
      break;
    case "API_ERROR":
      console.error(error.status, error.errorCode, error.requestId);
  }
  console.error(JSON.stringify(error.toReport())); // without any credential
  process.exitCode = 1;
}
