import {
  accessKeyAuth,
  createImagesClient,
} from "@workspace-images/client";
import { oidcAgencyKeys } from "@workspace-images/client/node";

const {
  WORKSPACE_ENDPOINT,
  ACTIONS_ID_TOKEN_REQUEST_URL: url,
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: token,
} = process.env;
async function idToken({ signal }: { signal: AbortSignal }) {
  const headers = { Authorization: `Bearer ${token}` };
  const audience = "&audience=workspace-images";
  const response = await fetch(url + audience, { headers, signal });
  return (await response.json()).value;
}
const images = createImagesClient({
  region: "cn-north-4",
  endpoint: WORKSPACE_ENDPOINT, // omit to call the real service
  auth: accessKeyAuth(oidcAgencyKeys({ idToken })),
});
console.log((await images.list({ limit: 10 })).images.length);
