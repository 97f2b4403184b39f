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

/** Finds tables that are wider than their place. */
function wideTables(): readonly string[] {
  return [...document.querySelectorAll("main table")]
    .map(({ parentElement }) => parentElement as Element)
    .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
    .map(({ textContent, scrollWidth }) => `${scrollWidth}: ${textContent.slice(0, 80)}`);
}

/** Records each layout shift since the first paint. */
function noteShifts(): void {
  const shifts: string[] = [];
  Object.assign(window, { shifts });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      value: number;
      sources: { node: Node }[];
    })[]) {
      const what = entry.sources.map(({ node }) =>
        node instanceof Element ? node.outerHTML.slice(0, 80) : node?.nodeName,
      );
      shifts.push(`${entry.value} of ${what.join(", ")}`);
    }
  }).observe({ type: "layout-shift", buffered: true });
}

/** Returns the layout shifts two frames later, when the whole layout has been painted. */
async function notedShifts(): Promise<readonly string[]> {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  await frame();
  await frame();
  await new Promise((resolve) => setTimeout(resolve));
  return (window as unknown as { shifts: string[] }).shifts;
}

const overflow = () => document.documentElement.scrollWidth - window.innerWidth;

// At 800 pixels, the sidebar leaves little width for a table.
const opposites = [
  { colorScheme: "light", width: 360, narrower: 320 },
  { colorScheme: "dark", width: 1440, narrower: 800 },
] as const;
const others = [
  { colorScheme: "light", width: 1440, narrower: 800 },
  { colorScheme: "dark", width: 360, narrower: 320 },
] as const;
// Axe takes most of the time of these tests, and two views cover each colour scheme and each width.
const views = import.meta.env.MODE === "all-views" ? [...opposites, ...others] : opposites;

describe.concurrent.each(views)(
  "in $colorScheme, $width pixels wide,",
  ({ colorScheme, width, narrower }) => {
    test("each page stays on its host, fits its window, moves nothing, logs nothing and is accessible", async ({
      expect,
    }) => {
      const context = await opened.browser.newContext({
        colorScheme,
        reducedMotion: "reduce",
        viewport: { width, height: 900 },
      });
      await context.addInitScript(noteShifts);
      const visit = await watch(context, opened.site);
      const { page } = visit;
      for (const path of pages) {
        await page.setViewportSize({ width, height: 900 });
        await page.goto(opened.site.url + path);
        expect.soft(await page.evaluate(notedShifts), `nothing on ${path} moves while it loads`).toEqual([]);
        expect
          .soft(await page.evaluate(() => document.documentElement.dataset["theme"]), path)
          .toBe(colorScheme);
        expect.soft(await page.evaluate(narrowTexts), `${path} has enough width for its texts`).toEqual([]);
        expect.soft(await visit.violations(), `${path} is accessible`).toEqual([]);
        for (const size of [width, narrower]) {
          await page.setViewportSize({ width: size, height: 900 });
          expect.soft(await page.evaluate(overflow), `${path} fits ${size} pixels`).toBeLessThanOrEqual(0);
          expect.soft(await page.evaluate(wideTables), `tables of ${path} fit ${size} pixels`).toEqual([]);
        }
      }
      expect(visit).toMatchObject({ messages: [], foreign: [], failed: [] });
      await context.close();
    });
  },
);

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
