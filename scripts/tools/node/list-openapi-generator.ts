import { Configuration, ImagesApi } from "./openapi-generator";

const { WORKSPACE_ENDPOINT, PROJECT_ID = "", TOKEN = "" } = process.env;
const configuration = new Configuration({
  basePath: WORKSPACE_ENDPOINT,
  headers: { "X-Auth-Token": TOKEN },
});
const page = await new ImagesApi(configuration).listImages({ projectId: PROJECT_ID, osType: "Windows" });
for (const image of page.images) console.log(image.id);
