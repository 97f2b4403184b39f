import type { Page } from "playwright-core";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { openSite } from "./opened-site.ts";

const opened = openSite();
let page: Page;
beforeAll(async () => {
  page = await opened.browser.newPage({ viewport: { width: 1440, height: 900 } });
});
beforeEach(async () => {
  await page.goto(`${opened.site.url}guides/paging.html`);
  await page.keyboard.press("Control+k");
});

test.each([
  ["limit", "limit", "reference/images/operations/listimages.html#query-limit"],
  ["os_type", "images[].os_type", "reference/images/operations/listimages.html#200-images-os_type"],
  ["X-Project-Id", "X-Project-Id", "reference/images/operations/listimages.html#header-X-Project-Id"],
  ["429", "429", "reference/images/operations/listimages.html#status-429"],
  ["WKS.00211902", "WKS.00211902", "guides/errors.html#wks-00211902"],
  ["concurrency", "PageOptions concurrency", "typescript/client.html#pageoptions-concurrency"],
])("a search for %s leads to the part with this name", async (asked, title, address) => {
  await page.getByRole("searchbox").fill(asked);
  const link = page.locator(`site-search a[href$="${address}"]`);
  await expect.poll(() => link.textContent()).toBe(title);
});

test("ranks pages about a subject above code that uses it", async () => {
  await page.getByRole("searchbox").fill("token");
  const titles = page.locator("site-search ol > li > a");
  await expect
    .poll(async () => (await titles.allTextContents()).slice(0, 3).map((title) => title.trim()))
    .toContain("Credentials");
});

test("shows types in the excerpts", async () => {
  await page.getByRole("searchbox").fill("min_disk");
  await expect.poll(() => page.locator("site-search ol").textContent()).toContain("integer, GB");
});
