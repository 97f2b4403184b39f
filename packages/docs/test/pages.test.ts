import { describe, expect, test } from "vitest";
import { openSite } from "./opened-site.ts";
import { pages } from "./site.ts";
import { watch } from "./visit.ts";

const opened = openSite();

/** Texts of which hardly a word fits on a line. */
function narrowTexts(): readonly string[] {
  return [...document.querySelectorAll<HTMLElement>("main :is(p, td, li)")]
    .filter(
      ({ textContent, offsetParent, clientWidth }) =>
        offsetParent && clientWidth < 60 && textContent.length > 20,
    )
    .map(({ textContent, clientWidth }) => `${clientWidth}: ${textContent}`);
}

const opposites = [
  { colorScheme: "light", width: 360 },
  { colorScheme: "dark", width: 1440 },
] as const;
const others = [
  { colorScheme: "light", width: 1440 },
  { colorScheme: "dark", width: 360 },
] as const;
// Axe takes most of the time of all tests, and two views show each scheme and each width.
const views = import.meta.env.MODE === "all-views" ? [...opposites, ...others] : opposites;

describe.concurrent.each(views)("in $colorScheme, $width pixels wide,", ({ colorScheme, width }) => {
  test("each page stays within its host and its window, says nothing and is accessible", async ({
    expect,
  }) => {
    const context = await opened.browser.newContext({
      colorScheme,
      reducedMotion: "reduce",
      viewport: { width, height: 900 },
    });
    const visit = await watch(context, opened.site);
    for (const path of pages) {
      await visit.page.goto(opened.site.url + path);
      const { page } = visit;
      expect
        .soft(await page.evaluate(() => document.documentElement.dataset["theme"]), path)
        .toBe(colorScheme);
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect.soft(sideways, `${path} does not scroll sideways`).toBeLessThanOrEqual(0);
      expect.soft(await page.evaluate(narrowTexts), `${path} has room for its texts`).toEqual([]);
      expect.soft(await visit.violations(), `${path} is accessible`).toEqual([]);
    }
    expect(visit).toMatchObject({ messages: [], foreign: [], failed: [] });
    await context.close();
  });
});

test("the search finds an error code and leads to a page of the site", async () => {
  const context = await opened.browser.newContext({ viewport: { width: 1440, height: 900 } });
  const { page, messages, foreign, failed, violations } = await watch(context, opened.site);
  await page.goto(`${opened.site.url}guides/paging.html`);
  await page.keyboard.press("Control+k");
  await page.locator("#starlight__search input").fill("total_count");
  const result = page.locator(".pagefind-ui__result-link").first();
  await result.waitFor();
  expect(await violations()).toEqual([]);
  await result.click();
  await page.waitForURL(/\.html/);
  expect(page.url().startsWith(opened.site.url)).toBe(true);
  expect({ messages, foreign, failed }).toEqual({ messages: [], foreign: [], failed: [] });
  await context.close();
});

test("the Redoc file shows the operation and loads nothing", async () => {
  const context = await opened.browser.newContext();
  const { page, messages, foreign } = await watch(context, opened.site);
  await page.goto(`${opened.site.url}redoc.html`);
  await page.getByText("Images", { exact: true }).first().click();
  await page.getByText("List product images").first().click();
  await page.getByText("image_type").first().waitFor();
  // It says its own name and version, and nothing else.
  expect(messages.filter((text) => !text.includes("Redoc %c"))).toEqual([]);
  expect(foreign).toEqual([]);
  await context.close();
});

test("a first view of start and reference page transfers at most 60 KiB, gzipped", async () => {
  const { gzipSync } = await import("node:zlib");
  for (const path of ["index.html", "reference/images/operations/listimages.html"]) {
    const context = await opened.browser.newContext();
    const page = await context.newPage();
    const bodies: Promise<Buffer>[] = [];
    page.on("response", (response) => bodies.push(response.body()));
    await page.goto(opened.site.url + path, { waitUntil: "networkidle" });
    const bytes = (await Promise.all(bodies)).reduce((sum, body) => sum + gzipSync(body).length, 0);
    process.stdout.write(`${path}: ${bytes} bytes gzipped\n`);
    expect(bytes, path).toBeLessThanOrEqual(60 * 1024);
    await context.close();
  }
});
