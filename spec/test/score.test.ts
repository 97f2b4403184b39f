import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { NAMES } from "./bundle.ts";

// The number of parameters and the depth of the bodies are the service's own. Constraint clarity counts bounds, which
// responses do not have here on purpose.
const MEASURES = [
  "documentationQuality",
  "exampleCoverage",
  "errorClarity",
  "identifierClarity",
  "polymorphismClarity",
];

test.each(NAMES)(
  "the description of %s has Redocly's full score for what its author decides",
  async (name) => {
    const redocly = fileURLToPath(new URL("../node_modules/.bin/redocly", import.meta.url));
    const env = { ...process.env, REDOCLY_TELEMETRY: "off" };
    const { stdout } = await promisify(execFile)(redocly, ["score", name, "--format", "json"], { env });
    const { subscores, discoverability } = JSON.parse(stdout);
    for (const measure of MEASURES) expect.soft(subscores[measure], measure).toBe(1);
    expect(discoverability).toBe(100);
  },
);
