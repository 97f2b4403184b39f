import { startMockServer } from "@workspace-images/mock-server";
import { TOKEN } from "./ask.ts";
import type { MockPeer } from "./mock-peer.ts";

/** Our mock held to the description by Prism, over HTTP. */
export const mockServer: MockPeer = {
  name: "ours: mock server",
  origin: import.meta.url,
  start: (images) => startMockServer({ images, token: TOKEN }),
};
