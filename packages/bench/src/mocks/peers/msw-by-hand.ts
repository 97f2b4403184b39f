import { HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import type { MockPeer } from "./mock-peer.ts";

/** MSW with a handler written by hand for one page. */
export const mswByHand: MockPeer = {
  name: "MSW, handler by hand",
  origin: import.meta.url,
  start(images) {
    const page = { total_count: images.length, images: [...images] };
    setupServer(http.get("*/v2/:project_id/images", () => HttpResponse.json(page))).listen();
    return { fetch };
  },
};
