import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { PagePeer } from "./page-peer.ts";

/** Redoc as `redocly build-docs` makes it: one file with script and description. */
export const redoc: PagePeer = {
  name: "redocly build-docs",
  async write(folder) {
    const cli = createRequire(import.meta.url).resolve("@redocly/cli/bin/cli.js");
    const description = fileURLToPath(import.meta.resolve("@workspace-images/spec/images.json"));
    const output = join(folder, "index.html");
    await promisify(execFile)(
      process.execPath,
      [cli, "build-docs", description, "--output", output, "--inlineBundle"],
      // Elsewhere it would find the redocly.yaml of this repository.
      { cwd: folder, env: { ...process.env, REDOCLY_TELEMETRY: "off" } },
    );
    return "index.html#/images/listimages";
  },
};
