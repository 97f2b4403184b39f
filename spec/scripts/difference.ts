// Prints in Markdown how the bundles differ from those of the last release, for the changeset; changed texts are only
// counted. With --json, prints only how the differences rate. The last release comes from npm, or from the folder of an
// unpacked package that the argument names.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

interface Change {
  readonly path: string;
  readonly property?: string;
  readonly kind: string;
  readonly impact: "major" | "minor" | "patch";
}
interface Report {
  readonly bump: Change["impact"] | null;
  /** Of different files only. */
  readonly infoVersions?: { readonly base: string; readonly revision: string };
  readonly changes: readonly Change[];
}

const UNCHANGED: Report = { bump: null, changes: [] };
const PACKAGE = "@workspace-images/spec";
const dist = fileURLToPath(new URL("../dist/", import.meta.url));
const redocly = fileURLToPath(new URL("../node_modules/.bin/redocly", import.meta.url));

function run(command: string, ...arguments_: readonly string[]): string {
  const env = { ...process.env, REDOCLY_TELEMETRY: "off" };
  return execFileSync(command, arguments_, { encoding: "utf8", env, stdio: ["ignore", "pipe", "pipe"] });
}

/** Downloads the last release and gives its folder, or nothing when there is none. */
function download(folder: string): string | undefined {
  try {
    run("npm", "pack", `${PACKAGE}@latest`, "--pack-destination", folder);
  } catch (error) {
    if (String((error as { stderr?: unknown }).stderr).includes("E404")) return undefined;
    throw error;
  }
  run("sh", "-c", 'tar -xzf "$0"/*.tgz -C "$0"', folder);
  return join(folder, "package");
}

/** Tells whether only a text or an example differs; Redocly rates some changes of facts as low as these. */
function isText({ path, property = "" }: Change): boolean {
  return (
    ["description", "summary"].includes(property) ||
    /\/(?:examples|x-codeSamples)\b/.test(`${path}/${property}`)
  );
}

/** Compares a bundle with that of the release in a folder. Redocly, which takes a second, compares only different files. */
function compare(name: string, released: string): Report {
  const files = [join(released, "dist"), dist].map((folder) => join(folder, `${name}.yaml`));
  const [base, revision] = files.map((file) => readFileSync(file, "utf8"));
  if (base === revision) return UNCHANGED;
  return JSON.parse(run(redocly, "diff", ...files, "--format", "json", "--fail-on", "none"));
}

/** Writes the changes of a bundle as a list. */
function markdown(name: string, { bump, changes }: Report): string {
  const facts = changes.filter((change) => !isText(change));
  const lines = facts.map(
    ({ impact, kind, path, property }) =>
      `- ${impact}: ${kind} \`${property ? `${path}/${property}` : path}\``,
  );
  const texts = changes.length - facts.length;
  return `${name}.yaml: ${bump ?? "none"}, with ${texts} changed texts and examples\n${lines.map((line) => `\n${line}`).join("")}`.trim();
}

/** Tells how the changes of each changed bundle rate, and its versions. */
function ratings(
  reports: readonly (readonly [name: string, report: Report])[],
  released: string | undefined,
) {
  if (!released) return {};
  const { version } = JSON.parse(readFileSync(join(released, "package.json"), "utf8"));
  const descriptions = reports.flatMap(([name, { bump, infoVersions }]) =>
    infoVersions ? [{ name, bump, from: infoVersions.base, to: infoVersions.revision }] : [],
  );
  return { version, descriptions };
}

const { values, positionals } = parseArgs({
  options: { json: { type: "boolean" } },
  allowPositionals: true,
});
const temporary = mkdtempSync(join(tmpdir(), "last-release-"));
try {
  const released = positionals[0] ?? download(temporary);
  const reports = ["images", "iam", "sts", "mock-control"].flatMap((name) =>
    released ? [[name, compare(name, released)] as const] : [],
  );
  const text = values.json
    ? JSON.stringify(ratings(reports, released))
    : reports.map(([name, report]) => markdown(name, report)).join("\n\n");
  process.stdout.write(
    `${text || `${PACKAGE} is not published yet, so there is nothing to compare with.`}\n`,
  );
} finally {
  rmSync(temporary, { recursive: true });
}
