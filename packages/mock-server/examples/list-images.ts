import { createImagesClient, tokenAuth } from "@workspace-images/client";
import { startMockServer } from "@workspace-images/mock-server";

const server = await startMockServer(); // stands in for the service
const images = createImagesClient({
  endpoint: server.url, // for the real service, use region: "cn-north-4"
  projectId: "29dfe82ada564ac2b927e1ff036d9a9b",
  auth: tokenAuth("not-a-real-token"),
});
for await (const { id, name } of images.items({ os_type: "Windows" })) {
  console.log(id, name);
}
await server.close(); // with Node.js 24, `await using server = …` closes it for you
