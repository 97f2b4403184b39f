import { listImages } from "./hey-api";
import { client } from "./hey-api/client.gen";

const { WORKSPACE_ENDPOINT, PROJECT_ID = "", TOKEN } = process.env;
client.setConfig({
  baseUrl: WORKSPACE_ENDPOINT as "https://workspace.cn-north-4.myhuaweicloud.com",
  auth: ({ name }) => (name === "X-Auth-Token" ? TOKEN : undefined),
});
const { data, error } = await listImages({
  path: { project_id: PROJECT_ID },
  query: { os_type: "Windows" },
});
if (!data) throw new Error(error.error_msg);
for (const image of data.images) console.log(image.id);
