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
});

/** Handles GET /images of your own backend, for users that it knows. */
export async function GET(): Promise<Response> {
  try {
    const page = await images.list({ image_type: "gold" });
    return Response.json(
      page.images.map(({ id, name, os_type }) => ({ id, name, os_type })),
    );
  } catch (error) {
    if (!isWorkspaceImagesError(error)) throw error;
    return Response.json({ code: error.code }, { status: 502 });
  }
}
