import { describe, expect, test } from "vitest";
import { openSite } from "./opened-site.ts";
import { pages } from "./site.ts";
import { watch } from "./visit.ts";

const opened = openSite();

/** Finds texts in columns so narrow that hardly a word fits on a line. */
function narrowTexts(): readonly string[] {
  return [...document.querySelectorAll<HTMLElement>("main :is(p, td, li)")]
    .filter((element) => element.checkVisibility({ contentVisibilityAuto: true }))
    .map((element) => ({ text: element.textContent, width: element.getBoundingClientRect().width }))
    .filter(({ text, width }) => width < 60 && text.length > 20)
    .map(({ text, width }) => `${width}: ${text}`);
}

const opposites = [
  { colorScheme: "light", width: 360 },
  { colorScheme: "dark", width: 1440 },
] as const;
const others = [
  { colorScheme: "light", width: 1440 },
  { colorScheme: "dark", width: 360 },
] as const;
// Axe takes most of the time of these tests, and two views cover each colour scheme and each width.
const views = import.meta.env.MODE === "all-views" ? [...opposites, ...others] : opposites;

describe.concurrent.each(views)("in $colorScheme, $width pixels wide,", ({ colorScheme, width }) => {
  test("each page stays on its host, fits its window, logs nothing and is accessible", async ({ expect }) => {
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
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect.soft(overflow, `${path} does not scroll horizontally`).toBeLessThanOrEqual(0);
      expect.soft(await page.evaluate(narrowTexts), `${path} has enough width for its texts`).toEqual([]);
      expect.soft(await visit.violations(), `${path} is accessible`).toEqual([]);
    }
    expect(visit).toMatchObject({ messages: [], foreign: [], failed: [] });
    await context.close();
  });
});

test("the search leads to a page of the site", async () => {
  const context = await opened.browser.newContext({ viewport: { width: 1440, height: 900 } });
  const { page, messages, foreign, failed, violations } = await watch(context, opened.site);
  await page.goto(`${opened.site.url}guides/paging.html`);
  await page.keyboard.press("Control+k");
  await page.getByRole("searchbox").fill("total_count");
  const result = page.locator("site-search ol a").first();
  await result.waitFor();
  expect(await violations()).toEqual([]);
  await result.click();
  await page.waitForURL(/\.html/);
  expect(page.url().startsWith(opened.site.url)).toBe(true);
  expect({ messages, foreign, failed }).toEqual({ messages: [], foreign: [], failed: [] });
  await context.close();
});

test.each(["light", "dark"] as const)(
  "the Redoc file shows the operation without raw Markdown, is accessible and loads nothing, in %s",
  async (colorScheme) => {
    const context = await opened.browser.newContext({ colorScheme, reducedMotion: "reduce" });
    const { page, messages, foreign, violations } = await watch(context, opened.site);
    const check = async () => {
      const text = await page.evaluate(() =>
        [...document.querySelectorAll("body :not(:has(*), pre, pre *, script, style)")]
          .map(({ textContent }) => textContent)
          .filter((part) => /\*\*|`|\]\(/.test(part)),
      );
      expect.soft(text).toEqual([]);
      // Redoc chooses the levels of its headings, and offers no setting for them.
      expect.soft((await violations()).filter((one) => !one.startsWith("heading-order"))).toEqual([]);
    };
    await page.goto(`${opened.site.url}redoc.html`);
    await page.getByText("Images", { exact: true }).first().waitFor();
    await check();
    await page.getByText("Images", { exact: true }).first().click();
    await page.getByText("List product images").first().click();
    await page.getByText("image_type").first().waitFor();
    await check();
    // Redoc logs its name and version.
    expect(messages.filter((text) => !text.includes("Redoc %c"))).toEqual([]);
    expect(foreign).toEqual([]);
    await context.close();
  },
);

test.each(["light", "dark"] as const)(
  "the page for unknown addresses is accessible, in %s",
  async (colorScheme) => {
    const context = await opened.browser.newContext({ colorScheme, reducedMotion: "reduce" });
    const { page, violations, messages, failed } = await watch(context, opened.site);
    await page.goto(`${opened.site.url}404.html`);
    expect(await violations()).toEqual([]);
    expect({ messages, failed }).toEqual({ messages: [], failed: [] });
    await context.close();
  },
);

test("the first view of the start page and of the reference transfers at most 60 KiB, gzipped", async () => {
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
