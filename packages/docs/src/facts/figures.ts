import { createRequire } from "node:module";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/** Kilobytes (1000 bytes) that a client with a token adds to a web page, minified and gzipped, with dependencies. */
export async function clientKilobytes(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: 'export { createImagesClient, tokenAuth } from "@workspace-images/client";',
      resolveDir: process.cwd(),
    },
    bundle: true,
    format: "esm",
    minify: true,
    platform: "browser",
    write: false,
  });
  const bytes = outputFiles.reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).length, 0);
  return (bytes / 1000).toFixed(1);
}

/** Number of run-time dependencies of the client. */
export function clientDependencies(): number {
  const manifest = createRequire(`${process.cwd()}/package.json`)("@workspace-images/client/package.json");
  return Object.keys(manifest.dependencies).length;
}
