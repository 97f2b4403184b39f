import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "./browser.ts";
import { pages, type Site, serveSite } from "./site.ts";

let site: Site;
let browser: Browser;
beforeAll(async () => {
  site = await serveSite();
  browser = await launchBrowser();
}, 30_000);
afterAll(async () => {
  await browser.close();
  await site[Symbol.asyncDispose]();
});

interface Visit {
  readonly page: Page;
  readonly messages: readonly string[];
  readonly foreign: readonly string[];
  readonly failed: readonly string[];
}

async function watch(context: BrowserContext): Promise<Visit> {
  const page = await context.newPage();
  const messages: string[] = [];
  const foreign: string[] = [];
  const failed: string[] = [];
  page.on("console", (message) => messages.push(message.text()));
  page.on("pageerror", (error) => messages.push(error.message));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(site.url) && !/^(?:data|blob):/.test(url)) foreign.push(url);
  });
  page.on("response", (response) => {
    if (!response.ok()) failed.push(`${response.status()} ${response.url()}`);
  });
  return { page, messages, foreign, failed };
}

async function violations(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.map(
    ({ id, nodes }) => `${id}, ${nodes.length} times: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`,
  );
}

const views = (["light", "dark"] as const).flatMap((colorScheme) =>
  [360, 1440].map((width) => ({ colorScheme, width })),
);

describe.concurrent.each(views)("in $colorScheme, $width pixels wide,", ({ colorScheme, width }) => {
  test("each page stays within its host and its window, says nothing and is accessible", async ({
    expect,
  }) => {
    const context = await browser.newContext({
      colorScheme,
      reducedMotion: "reduce",
      viewport: { width, height: 900 },
    });
    const visit = await watch(context);
    for (const path of pages) {
      await visit.page.goto(site.url + path);
      const { page } = visit;
      expect
        .soft(await page.evaluate(() => document.documentElement.dataset["theme"]), path)
        .toBe(colorScheme);
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect.soft(sideways, `${path} does not scroll sideways`).toBeLessThanOrEqual(0);
      expect.soft(await violations(page), `${path} is accessible`).toEqual([]);
    }
    expect(visit).toMatchObject({ messages: [], foreign: [], failed: [] });
    await context.close();
  }, 240_000);
});

test("the search finds an error code and leads to a page of the site", async () => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const { page, messages, foreign, failed } = await watch(context);
  await page.goto(`${site.url}guides/paging.html`);
  await page.keyboard.press("Control+k");
  await page.locator("#starlight__search input").fill("total_count");
  const result = page.locator(".pagefind-ui__result-link").first();
  await result.waitFor();
  expect(await violations(page)).toEqual([]);
  await result.click();
  await page.waitForURL(/\.html/);
  expect(page.url().startsWith(site.url)).toBe(true);
  expect({ messages, foreign, failed }).toEqual({ messages: [], foreign: [], failed: [] });
  await context.close();
});

test("Try it lists images, repeats after a fault and shows a failure", async () => {
  const context = await browser.newContext({ viewport: { width: 360, height: 900 } });
  const { page, messages, foreign, failed } = await watch(context);
  await page.goto(`${site.url}try-it.html`);
  await page.getByRole("button", { name: "List images" }).click();
  await expect.poll(() => page.locator("#outcome").textContent()).toMatch(/^5 images, total_count \d+$/);
  expect(await page.locator("#images td").count()).toBe(30);
  expect(await page.locator("#code").textContent()).toContain(
    'images.list({ os_type: "Windows", limit: 5, offset: 0 })',
  );
  await page.locator("[name=call]").selectOption("items");
  await page.locator("[name=os_type]").selectOption("");
  await page.locator("[name=fault]").selectOption({ label: "never comes: connection lost" });
  await page.getByRole("button", { name: "List images" }).click();
  await expect.poll(() => page.locator("#outcome").textContent()).toBe("21 images");
  expect(await page.locator("#events").textContent()).toContain("then try again");
  expect(await violations(page)).toEqual([]);
  await page.locator("[name=fault]").selectOption({ label: "is a page of HTML" });
  await page.getByRole("button", { name: "List images" }).click();
  await expect.poll(() => page.locator("#outcome").textContent()).toMatch(/^ResponseError: /);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  expect({ messages, foreign, failed }).toEqual({ messages: [], foreign: [], failed: [] });
  await context.close();
});

test("the Redoc file shows the operation and loads nothing", async () => {
  const context = await browser.newContext();
  const { page, messages, foreign } = await watch(context);
  await page.goto(`${site.url}redoc.html`);
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
    const context = await browser.newContext();
    const page = await context.newPage();
    const bodies: Promise<Buffer>[] = [];
    page.on("response", (response) => bodies.push(response.body()));
    await page.goto(site.url + path, { waitUntil: "networkidle" });
    const bytes = (await Promise.all(bodies)).reduce((sum, body) => sum + gzipSync(body).length, 0);
    process.stdout.write(`${path}: ${bytes} bytes gzipped\n`);
    expect(bytes, path).toBeLessThanOrEqual(60 * 1024);
    await context.close();
  }
});
