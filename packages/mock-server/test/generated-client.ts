import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";

/** The part of a module by `redocly generate-client` that is used here. */
export interface GeneratedModule {
  readonly OPERATIONS: unknown;
  createClient(
    operations: unknown,
    config: { serverUrl: string; auth: { apiKey: Record<string, string> }; retry?: { retries: number } },
  ): {
    listImages(args: { path: { project_id: string }; query?: Record<string, unknown> }): Promise<{
      readonly images: readonly { readonly id: string }[];
      readonly total_count: number;
    }>;
  };
}

/** Generates a client from the description of the images in a folder, and imports it. */
export async function generateClient(folder: string): Promise<GeneratedModule> {
  const cli = createRequire(import.meta.url).resolve("@redocly/cli/bin/cli.js");
  const description = fileURLToPath(import.meta.resolve("@workspace-images/spec/images.yaml"));
  const file = join(folder, "client.ts");
  await promisify(execFile)(process.execPath, [cli, "generate-client", description, "--output", file], {
    cwd: folder, // So that it finds no redocly.yaml.
    env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" },
  });
  return import(pathToFileURL(file).href);
}
