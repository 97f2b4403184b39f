import type { MockPeer } from "./mock-peer.ts";

/** A `fetch` written by hand for one page. */
export const fetchByHand: MockPeer = {
  name: "fetch by hand",
  origin: import.meta.url,
  start(images) {
    const page = { total_count: images.length, images };
    return { fetch: async () => Response.json(page) };
  },
};
