import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
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
    const redocly = fileURLToPath(new URL("../node_modules/.bin/redocly", import.meta.url));
    const env = { ...process.env, REDOCLY_TELEMETRY: "off" };
    const { stdout } = await promisify(execFile)(redocly, ["score", name, "--format", "json"], { env });
    const { subscores, discoverability } = JSON.parse(stdout);
    for (const measure of MEASURES) expect.soft(subscores[measure], measure).toBeGreaterThanOrEqual(0.95);
    expect(discoverability).toBeGreaterThanOrEqual(95);
  },
);
