import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const MEASURES = [
  "documentationQuality",
  "constraintClarity",
  "exampleCoverage",
  "errorClarity",
  "identifierClarity",
];

// The number of parameters and the depth of the bodies are the service's own.
test.each(["images", "iam"])(
  "the description of %s scores 95 % or more for what its author decides",
  async (name) => {
    const redocly = createRequire(import.meta.url).resolve("@redocly/cli/bin/cli.js");
    const env = { ...process.env, REDOCLY_TELEMETRY: "off" };
    const args = [redocly, "score", name, "--format", "json"];
    const { stdout } = await promisify(execFile)(process.execPath, args, { env });
    const { subscores, discoverability } = JSON.parse(stdout);
    for (const measure of MEASURES) expect.soft(subscores[measure], measure).toBeGreaterThanOrEqual(0.95);
    expect(discoverability).toBeGreaterThanOrEqual(95);
  },
);
