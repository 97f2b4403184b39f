// `chromium.mjs <bundle>`, in the project: runs a bundle on a page of Chromium, and prints what the bundle prints.
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { launchBrowser } from "../../packages/docs/test/browser.ts";

const [path = ""] = process.argv.slice(2);
const { faultyServer } = await import(pathToFileURL(resolve("faulty-server.mjs")).href);
const browser = await launchBrowser();
try {
  const page = await browser.newPage();
  await page.goto(faultyServer);
  const failed = new Promise((_, reject) => page.once("pageerror", reject));
  const printed = page.waitForEvent("console", (message) => message.type() === "log");
  await page.addScriptTag({ path, type: "module" });
  const message = await Promise.race([printed, failed]);
  console.log(JSON.stringify({ version: browser.version(), ...JSON.parse(message.text()) }));
} finally {
  await browser.close();
}
