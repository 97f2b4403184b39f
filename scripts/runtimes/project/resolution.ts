// Compiles where TypeScript finds the main entries and their types.
import { createImagesClient, tokenAuth } from "@workspace-images/client";
import { createMock } from "@workspace-images/mock";
import { startMockServer } from "@workspace-images/mock-server";
import { images } from "@workspace-images/spec";

const { url, fetch } = createMock();
const client = createImagesClient({ endpoint: url, fetch, projectId: "p", auth: tokenAuth("t") });
export const page: Promise<{ images: { id: string }[] }> = client.list({ os_type: "Windows" });
export const server: Promise<{ url: string }> = startMockServer({ port: 0 });
export const version: string = images.openapi;
// @ts-expect-error: the parameters have types, so the entry was not taken for `any`.
client.list({ os_type: 7 });
