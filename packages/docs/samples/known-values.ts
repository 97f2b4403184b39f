import {
  createImagesClient,
  knownValues,
  tokenAuth,
} from "@workspace-images/client";

const { WORKSPACE_ENDPOINT, PROJECT_ID, TOKEN = "" } = process.env;
const images = createImagesClient({
  endpoint: WORKSPACE_ENDPOINT,
  projectId: PROJECT_ID,
  auth: tokenAuth(TOKEN),
});

// The newest image of each known operating system type.
const { sort_field, sort_type } = knownValues;
for (const os_type of Object.values(knownValues.os_type)) {
  const page = await images.list({
    os_type,
    sort_field: sort_field.created_at,
    sort_type: sort_type.desc,
    limit: 1,
  });
  console.log(os_type, page.images[0]?.name ?? "none");
}
