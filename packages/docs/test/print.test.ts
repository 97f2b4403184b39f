import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { openSite } from "./opened-site.ts";
import { operations } from "./operations.ts";
import { pages } from "./site.ts";

// The width of the text on an A4 page.
const SHEET = { width: 680, height: 1000 };
const opened = openSite();
let page: Page;
beforeAll(async () => {
  page = await opened.browser.newPage({ viewport: SHEET });
  await page.emulateMedia({ media: "print" });
});

test("prints only the name of the site and the content of each page", async () => {
  for (const name of pages) {
    await page.goto(opened.site.url + name);
    const shown = await page.evaluate(() => {
      const controls = [
        ...document.querySelectorAll("nav, button, select, form, footer, .field-link, .sl-anchor-link"),
      ];
      return {
        controls: controls.filter((element) => element.checkVisibility()).map((element) => element.outerHTML),
        around: [...document.querySelectorAll("body *")]
          .filter(
            (element) => !element.closest("main, script, style, template") && !element.querySelector("main"),
          )
          .filter((element) => element.checkVisibility() && element.children.length === 0)
          .map((element) => element.textContent?.trim())
          .filter(Boolean),
      };
    });
    expect.soft(shown, name).toEqual({ controls: [], around: ["Workspace Images"] });
  }
});

test("prints code and addresses in full", async () => {
  for (const name of pages) {
    await page.goto(opened.site.url + name);
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll("main pre, main pre *, main input, main .table-frame, main table")]
        .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)
        .map((element) => element.outerHTML.slice(0, 200)),
    );
    expect.soft(cut, name).toEqual([]);
    expect
      .soft(await page.evaluate(() => document.documentElement.scrollWidth), name)
      .toBeLessThanOrEqual(SHEET.width);
  }
});

test.each(operations)("prints all fields, samples and examples of $page", async ({ page: path, parts }) => {
  await page.goto(opened.site.url + path);
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("main details")) details.removeAttribute("open");
  });
  const closed = await page.evaluate(
    (ids) =>
      ids.filter((id) => !document.getElementById(id)?.checkVisibility({ contentVisibilityAuto: true })),
    parts.map(({ id }) => id),
  );
  expect(closed).toEqual([]);
  const samples = page.locator(".sl-openapi-snippet");
  for (const sample of await samples.all()) expect(await sample.isVisible()).toBe(true);
  for (const url of await page.locator(".sl-openapi-operation-url").all())
    expect(await url.isVisible()).toBe(true);
});
