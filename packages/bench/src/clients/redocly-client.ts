import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import { compiledIn, sourceIn } from "./peers/redocly-generated.ts";

/** Generates a client from the description with `redocly generate-client` and compiles it, both into `folder`. */
export async function generateRedoclyClient(folder: string): Promise<void> {
  const cli = createRequire(import.meta.url).resolve("@redocly/cli/bin/cli.js");
  const description = fileURLToPath(import.meta.resolve("@workspace-images/spec/images.yaml"));
  const source = sourceIn(folder);
  await promisify(execFile)(process.execPath, [cli, "generate-client", description, "--output", source], {
    // In a folder of this repository, it would use our redocly.yaml.
    cwd: folder,
    env: { ...process.env, REDOCLY_TELEMETRY: "off" },
  });
  await build({ entryPoints: [source], outfile: compiledIn(folder), format: "esm", target: "es2023" });
}
