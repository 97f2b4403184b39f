import { cp } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { PagePeer } from "./page-peer.ts";

/** Our site as it is built. */
export const ourSite: PagePeer = {
  name: "ours",
  async write(folder) {
    const docs = dirname(fileURLToPath(import.meta.resolve("@workspace-images/docs/package.json")));
    await cp(join(docs, "dist"), folder, { recursive: true });
    return "reference/images/operations/listimages.html";
  },
};
