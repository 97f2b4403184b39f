import { createMock } from "@workspace-images/mock";
import { mswHandlers } from "@workspace-images/mock/msw";
import { setupServer } from "msw/node";
import { type MockPeer, TOKEN } from "./mock-peer.ts";

/** Our mock behind MSW, for code that uses the global `fetch`. */
export const mswWithOurs: MockPeer = {
  name: "workspace-images: mswHandlers in MSW",
  origin: import.meta.url,
  start(images) {
    setupServer(...mswHandlers(createMock({ images, token: TOKEN }))).listen();
    return { fetch };
  },
};
