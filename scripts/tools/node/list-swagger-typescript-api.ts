import { Api } from "./swagger-typescript-api/images";

const { WORKSPACE_ENDPOINT = "", PROJECT_ID = "", TOKEN = "" } = process.env;
const api = new Api({
  baseUrl: WORKSPACE_ENDPOINT,
  baseApiParams: { headers: { "X-Auth-Token": TOKEN } },
});
const { data } = await api.v2.listImages(PROJECT_ID, { os_type: "Windows" });
for (const image of data.images) console.log(image.id);
