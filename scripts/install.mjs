// Installs the locked dependencies, Node.js 24 among them, and does nothing when they are in place already.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { root, run } from "./run.mjs";

const bin = join(root, "node_modules", ".bin");
const stamp = join(root, "node_modules", ".installed");

/** Names what is installed: a hash of everything that decides it. */
function fingerprint() {
  const packages = readdirSync(join(root, "packages")).map((name) => join("packages", name, "package.json"));
  const files = ["pnpm-lock.yaml", "pnpm-workspace.yaml", "package.json", "spec/package.json", ...packages];
  const hash = createHash("sha256");
  for (const file of files) {
    if (existsSync(join(root, file))) hash.update(file).update(readFileSync(join(root, file)));
  }
  return hash.digest("hex");
}

/** Installs, unless what is installed is what the lock file says. */
export async function install() {
  const wanted = fingerprint();
  if (existsSync(join(bin, "node")) && existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  await run("npx", ["--yes", packageManager, "install", "--frozen-lockfile"]);
  writeFileSync(stamp, wanted);
}

/** Makes every later command use the tools of the repository, and keeps those tools from reporting to their makers. */
export function useTools() {
  Object.assign(process.env, {
    PATH: `${bin}${delimiter}${process.env["PATH"]}`,
    ASTRO_TELEMETRY_DISABLED: "1",
    DO_NOT_TRACK: "1",
    REDOCLY_TELEMETRY: "off",
    TURBO_TELEMETRY_DISABLED: "1",
  });
}
