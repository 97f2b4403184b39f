import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { findPackageJSON } from "node:module";
import { join } from "node:path";
import { type Browser, chromium, type LaunchOptions } from "playwright-core";

const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
];
/** Browsers that may be installed. Playwright knows where each system has Chrome and Edge. */
const INSTALLED: readonly LaunchOptions[] = [
  ...["/usr/bin/chromium", "/Applications/Chromium.app/Contents/MacOS/Chromium"]
    .filter((path) => existsSync(path))
    .map((executablePath) => ({ executablePath })),
  { channel: "chrome" },
  { channel: "msedge" },
];

/**
 * Starts a browser, with further options of its command line: the one that the variable `CHROMIUM_PATH` names, or one
 * that is installed, or the Chromium that a package brings along.
 */
export async function launchBrowser(...options: string[]): Promise<Browser> {
  const args = [...QUIET, ...options];
  const executablePath = process.env["CHROMIUM_PATH"];
  if (executablePath) return chromium.launch({ executablePath, args });
  for (const installed of INSTALLED) {
    try {
      return await chromium.launch({ ...installed, args });
    } catch (error) {
      if (!/distribution '\w+' is not found/.test((error as Error).message)) throw error;
    }
  }
  return chromium.launch({ executablePath: await packagedChromium(), args });
}

/** Unpacks the Chromium of the package, with the libraries and fonts that it needs, and returns its path. */
async function packagedChromium(): Promise<string> {
  if (`${process.platform}-${process.arch}` !== "linux-x64")
    throw new Error(
      "No browser found. Install Google Chrome, or set CHROMIUM_PATH to the path of a Chromium.",
    );
  const manifest = findPackageJSON("@sparticuz/chromium", import.meta.url) ?? "";
  const { version } = JSON.parse(readFileSync(manifest, "utf8"));
  const folder = join(import.meta.dirname, "../node_modules/.cache/chromium");
  const stamp = join(folder, "version");
  const isUnpacked = existsSync(stamp) && readFileSync(stamp, "utf8") === version;
  if (!isUnpacked) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });

  const { TMPDIR = "/tmp" } = process.env;
  // The package unpacks into the folder for temporary files, and its libraries only on a machine that it takes for Amazon's.
  process.env["TMPDIR"] = folder;
  process.env["AWS_LAMBDA_JS_RUNTIME"] ??= "nodejs24.x";
  const path = await import("@sparticuz/chromium")
    .then(({ default: packaged }) => packaged.executablePath())
    .finally(() => {
      process.env["TMPDIR"] = TMPDIR;
    });
  if (isUnpacked) return path;
  const fonts = join(folder, "fonts/fonts.conf");
  const escaped = folder.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  writeFileSync(
    fonts,
    readFileSync(fonts, "utf8").replaceAll("/tmp/", () => `${escaped}/`),
  );
  writeFileSync(stamp, version);
  return path;
}
