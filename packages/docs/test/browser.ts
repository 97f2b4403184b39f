import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const INSTALLED = "/usr/bin/chromium";
const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
];

/** Starts the installed Chromium, or the one that a package brings along, with further options of its command line. */
export async function launchBrowser(...options: string[]): Promise<Browser> {
  const args = [...QUIET, ...options];
  if (existsSync(INSTALLED)) return chromium.launch({ executablePath: INSTALLED, args });
  // The package brings the libraries of Chromium along, too, but uses them only where it takes the machine for its usual one.
  process.env["AWS_LAMBDA_JS_RUNTIME"] ??= "nodejs24.x";
  const { default: packaged } = await import("@sparticuz/chromium");
  return chromium.launch({ executablePath: await packaged.executablePath(), args });
}

/** Starts it once before all tests: the package unpacks its Chromium at the first start, and only one may do so. */
export async function setup(): Promise<void> {
  await (await launchBrowser()).close();
}
