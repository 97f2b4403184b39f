import { expect, test } from "vitest";
import { openSite } from "./opened-site.ts";
import { pages } from "./site.ts";

const opened = openSite();

/** Records each layout shift since the first paint, for the test to read. */
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

test.each([360, 1440])("nothing moves while a page loads, %d pixels wide", async (width) => {
  const context = await opened.browser.newContext({ viewport: { width, height: 900 } });
  await context.addInitScript(noteShifts);
  const page = await context.newPage();
  for (const path of pages) {
    await page.goto(opened.site.url + path);
    // Two frames later, the whole layout has been painted.
    const shifts = await page.evaluate(
      () =>
        new Promise((resolve) =>
          requestAnimationFrame(() =>
            requestAnimationFrame(() =>
              setTimeout(() => resolve((window as unknown as { shifts: string[] }).shifts)),
            ),
          ),
        ),
    );
    expect.soft(shifts, path).toEqual([]);
  }
  await context.close();
});
