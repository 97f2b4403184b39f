import { createMock } from "@workspace-images/mock";
import { TOKEN } from "./ask.ts";
import type { MockPeer } from "./mock-peer.ts";

/** Our mock in the process, as the `fetch` of a client. */
export const mockFetch: MockPeer = {
  name: "ours: mock.fetch",
  origin: import.meta.url,
  start: (images) => createMock({ images, token: TOKEN }),
};
