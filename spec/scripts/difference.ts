// Prints in Markdown how the bundles differ from those of the last release, for the changeset; changed texts are only
// counted. The last release comes from npm, or from the folder that the argument names.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

interface Change {
  readonly path: string;
  readonly property?: string;
  readonly kind: string;
  readonly impact: "major" | "minor" | "patch";
}
interface Report {
  readonly bump?: string;
  readonly changes: readonly Change[];
}

const PACKAGE = "@workspace-images/spec";
const dist = fileURLToPath(new URL("../dist/", import.meta.url));
const redocly = fileURLToPath(new URL("../node_modules/.bin/redocly", import.meta.url));

function run(command: string, ...arguments_: readonly string[]): string {
  const env = { ...process.env, REDOCLY_TELEMETRY: "off" };
  return execFileSync(command, arguments_, { encoding: "utf8", env, stdio: ["ignore", "pipe", "pipe"] });
}

/** Downloads the last release and gives the folder of its bundles, or nothing when there is none. */
function download(folder: string): string | undefined {
  try {
    run("npm", "pack", `${PACKAGE}@latest`, "--pack-destination", folder);
  } catch (error) {
    if (String((error as { stderr?: unknown }).stderr).includes("E404")) return undefined;
    throw error;
  }
  run("sh", "-c", 'tar -xzf "$0"/*.tgz -C "$0"', folder);
  return join(folder, "package/dist");
}

/** Tells whether only a text or an example differs; Redocly rates some changes of facts as low as these. */
function isText({ path, property = "" }: Change): boolean {
  return (
    ["description", "summary"].includes(property) ||
    /\/(?:examples|x-codeSamples)\b/.test(`${path}/${property}`)
  );
}

/** Writes the changes of a bundle as a list. */
function difference(name: string, released: string): string {
  const files = [released, dist].map((folder) => join(folder, `${name}.yaml`));
  const report = run(redocly, "diff", ...files, "--format", "json", "--fail-on", "none");
  const { bump = "none", changes }: Report = JSON.parse(report);
  const facts = changes.filter((change) => !isText(change));
  const lines = facts.map(
    ({ impact, kind, path, property }) =>
      `- ${impact}: ${kind} \`${property ? `${path}/${property}` : path}\``,
  );
  const texts = changes.length - facts.length;
  return `${name}.yaml: ${bump}, with ${texts} changed texts and examples\n${lines.map((line) => `\n${line}`).join("")}`.trim();
}

const temporary = mkdtempSync(join(tmpdir(), "last-release-"));
try {
  const released = process.argv[2] ?? download(temporary);
  const text = released
    ? ["images", "iam", "sts", "mock-control"].map((name) => difference(name, released)).join("\n\n")
    : `${PACKAGE} is not published yet, so there is nothing to compare with.`;
  process.stdout.write(`${text}\n`);
} finally {
  rmSync(temporary, { recursive: true });
}
