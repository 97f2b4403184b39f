import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { openSite } from "./opened-site.ts";
import { listImages, operations } from "./operations.ts";
import { pages } from "./site.ts";

// The width of the text on an A4 page.
const SHEET = { width: 680, height: 1000 };
const opened = openSite();
let page: Page;
beforeAll(async () => {
  page = await opened.browser.newPage({ viewport: SHEET });
  await page.emulateMedia({ media: "print" });
});

test("prints only the name of the site and the content of each page, with code and addresses in full", async () => {
  for (const name of pages) {
    await page.goto(opened.site.url + name);
    const shown = await page.evaluate(() => {
      const controls = [...document.querySelectorAll("nav, button, select, form, footer, .sl-anchor-link")];
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

test.each(operations)(
  "prints all parts and samples of $page, on at most 14 pages",
  async ({ page: path, parts }) => {
    await page.goto(opened.site.url + path);
    const hidden = await page.evaluate(
      (ids) =>
        ids.filter((id) => !document.getElementById(id)?.checkVisibility({ contentVisibilityAuto: true })),
      parts.map(({ id }) => id),
    );
    expect(hidden).toEqual([]);
    for (const panel of await page.locator(".panel").all()) expect(await panel.isVisible()).toBe(true);
    for (const details of await page.locator(".text details pre").all())
      expect(await details.isVisible()).toBe(true);
    const pdf = await page.pdf({ format: "A4" });
    const sheets = pdf.toString("latin1").match(/\/Type\s*\/Page(?!s)/g) ?? [];
    expect(sheets.length).toBeGreaterThan(0);
    expect(sheets.length).toBeLessThanOrEqual(14);
  },
);

test("prints dark text, also from a dark page", async () => {
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  for (const name of [listImages.page, "guides/paging.html"]) {
    await page.goto(opened.site.url + name);
    expect(await page.evaluate(() => document.documentElement.dataset["theme"])).toBe("dark");
    expect.soft(await page.evaluate(palestText), name).toBeGreaterThan(4.5);
  }
  await page.emulateMedia({ media: "print", colorScheme: null });
});

/** Returns the lowest contrast to white of the texts on the page. */
function palestText(): number {
  const contrasts = [...document.querySelectorAll("main *")]
    .filter((element) =>
      [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
    )
    .filter((element) => element.checkVisibility())
    .map((element) => {
      const context = new OffscreenCanvas(1, 1).getContext("2d") as OffscreenCanvasRenderingContext2D;
      context.fillStyle = getComputedStyle(element).color;
      context.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0] = [...context.getImageData(0, 0, 1, 1).data].map((part) =>
        part <= 10 ? part / 3294 : ((part / 255 + 0.055) / 1.055) ** 2.4,
      );
      return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
    });
  return Math.min(...contrasts);
}
