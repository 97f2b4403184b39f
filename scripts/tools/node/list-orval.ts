import { getListImagesUrl, listImages } from "./orval/images";

const { WORKSPACE_ENDPOINT, PROJECT_ID = "", TOKEN = "" } = process.env;
// The generated client calls fetch with a path.
const fetchPath = globalThis.fetch;
globalThis.fetch = (path, init) => fetchPath(`${WORKSPACE_ENDPOINT}${path}`, init);

const query = { os_type: "Windows" };
if (!getListImagesUrl(PROJECT_ID, query).endsWith("?os_type=Windows")) throw new Error("unexpected path");
const response = await listImages(PROJECT_ID, query, { headers: { "X-Auth-Token": TOKEN } });
if (response.status !== 200) throw new Error(`status ${response.status}`);
for (const image of response.data.images) console.log(image.id);
