import { startMockServer } from "@workspace-images/mock-server";
import { type MockPeer, TOKEN } from "./mock-peer.ts";

/** Our mock server: the mock behind Prism, over HTTP. */
export const mockServer: MockPeer = {
  name: "workspace-images: mock server",
  origin: import.meta.url,
  start: (images) => startMockServer({ images, token: TOKEN }),
};
