import { copyFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { fetchPackedFile } from "../packed-file.ts";
import type { PagePeer } from "./page-peer.ts";

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Product images</title>
  </head>
  <body>
    <div id="app"></div>
    <script src="standalone.js"></script>
    <script>Scalar.createApiReference("#app", { url: "images.json" })</script>
  </body>
</html>
`;

/** Scalar: its file for browsers, and the description beside it. */
export const scalar: PagePeer = {
  name: "Scalar",
  async write(folder) {
    const script = await fetchPackedFile("@scalar/api-reference", "1.72.1", "dist/browser/standalone.js");
    await copyFile(script, join(folder, "standalone.js"));
    const description = fileURLToPath(import.meta.resolve("@workspace-images/spec/images.json"));
    await copyFile(description, join(folder, "images.json"));
    await writeFile(join(folder, "index.html"), PAGE);
    return "index.html#tag/images/GET/v2/{project_id}/images";
  },
};
