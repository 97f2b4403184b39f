import { createMock } from "@workspace-images/mock";
import { type MockPeer, TOKEN } from "./mock-peer.ts";

/** Our mock as a `fetch` function. */
export const mockFetch: MockPeer = {
  name: "workspace-images: mock.fetch",
  origin: import.meta.url,
  start: (images) => createMock({ images, token: TOKEN }),
};
