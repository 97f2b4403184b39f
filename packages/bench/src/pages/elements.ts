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
    <script src="web-components.min.js"></script>
    <link rel="stylesheet" href="styles.min.css">
  </head>
  <body>
    <elements-api apiDescriptionUrl="images.json" router="hash" layout="responsive"></elements-api>
  </body>
</html>
`;

/** Stoplight Elements: its web component and style sheet, and the description beside them. */
export const elements: PagePeer = {
  name: "Stoplight Elements",
  async write(folder) {
    for (const name of ["web-components.min.js", "styles.min.css"]) {
      await copyFile(await fetchPackedFile("@stoplight/elements", "9.0.25", name), join(folder, name));
    }
    const description = fileURLToPath(import.meta.resolve("@workspace-images/spec/images.json"));
    await copyFile(description, join(folder, "images.json"));
    await writeFile(join(folder, "index.html"), PAGE);
    return "index.html#/operations/listImages";
  },
};
