import { execFile } from "node:child_process";
import { createRequire } from "node:module";
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
    const redocly = createRequire(import.meta.url).resolve("@redocly/cli/bin/cli.js");
    const env = { ...process.env, REDOCLY_TELEMETRY: "off" };
    const args = [redocly, "score", name, "--format", "json"];
    const { stdout } = await promisify(execFile)(process.execPath, args, { env });
    const { subscores, discoverability } = JSON.parse(stdout);
    for (const measure of MEASURES) expect.soft(subscores[measure], measure).toBe(1);
    expect(discoverability).toBe(100);
  },
);
