// Draws the pictures of the built site for the README of the repository, light and dark.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import sharp from "sharp";
import { launchBrowser } from "../test/browser.ts";
import { serveSite } from "../test/site.ts";

await using site = await serveSite();
const browser = await launchBrowser();
for (const colorScheme of ["light", "dark"] as const) {
  const page = await browser.newPage({ colorScheme, viewport: { width: 1440, height: 810 } });
  await page.goto(`${site.url}reference/images/operations/listimages.html`, { waitUntil: "networkidle" });
  const picture = sharp(await page.screenshot()).webp({ quality: 80 });
  const file = fileURLToPath(new URL(`../pictures/reference-${colorScheme}.webp`, import.meta.url));
  writeFileSync(file, await picture.toBuffer());
  console.log(file);
}
await browser.close();
