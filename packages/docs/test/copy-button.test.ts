import { expect, test } from "vitest";
import { openSite } from "./opened-site.ts";
import { pages } from "./site.ts";

const opened = openSite();

/** Returns the lines of code that the copy button of their block covers. */
function coveredLines(): readonly string[] {
  return [...document.querySelectorAll(".expressive-code")].flatMap((block) => {
    const button = block.querySelector(".copy button")?.getBoundingClientRect();
    const frame = block.querySelector("pre")?.getBoundingClientRect();
    if (!button?.width || !frame) return [];
    return [...block.querySelectorAll(".ec-line .code")].flatMap((line) => {
      const text = document.createRange();
      text.selectNodeContents(line);
      const isCovered = [...text.getClientRects()].some(
        ({ left, right, top, bottom, width }) =>
          width > 0 &&
          Math.min(right, frame.right) > button.left + 1 &&
          left < button.right &&
          bottom > button.top + 1 &&
          top < button.bottom - 1,
      );
      return isCovered ? [line.textContent ?? ""] : [];
    });
  });
}

test.each([360, 1440])("no copy button covers code in a window of %d pixels", async (width) => {
  const page = await opened.browser.newPage({ viewport: { width, height: 900 } });
  // Pages of TypeScript have few blocks of code, all alike.
  for (const name of pages.filter((path) => !/^typescript\/(?!client\.)/.test(path))) {
    await page.goto(opened.site.url + name);
    expect.soft(await page.evaluate(coveredLines), name).toEqual([]);
  }
  await page.close();
});
