import { createImagesClient, tokenAuth } from "@workspace-images/client";

const images = createImagesClient({
  endpoint: process.env["WORKSPACE_ENDPOINT"] ?? "https://workspace.cn-north-4.myhuaweicloud.com",
  projectId: process.env["PROJECT_ID"] ?? "",
  auth: tokenAuth(process.env["TOKEN"] ?? ""),
});
for await (const { id, name } of images.items({ os_type: "Windows", image_type: "gold" })) {
  console.log(id, name);
}
