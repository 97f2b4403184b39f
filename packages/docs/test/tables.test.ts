import { expect, test } from "vitest";
import { openSite } from "./opened-site.ts";

const opened = openSite();

test("in a narrow window, a table keeps its roles, and each cell shows the name of its column", async () => {
  const page = await opened.browser.newPage({ viewport: { width: 360, height: 900 } });
  await page.goto(`${opened.site.url}guides/errors.html`);
  const table = page.getByRole("table").filter({ hasText: "APIGW.0308" });
  const names = await table.getByRole("columnheader").allTextContents();
  expect(names).toEqual(["Status", "Code", "Meaning", "Remedy"]);
  const cells = table.getByRole("row").filter({ hasText: "APIGW.0308" }).getByRole("cell");
  const shown = await cells.evaluateAll((all) =>
    all.map((cell) => ({
      left: cell.getBoundingClientRect().left,
      name: getComputedStyle(cell, "::before").content,
    })),
  );
  expect(new Set(shown.map(({ left }) => left)).size).toBe(1);
  // The name is only visual, because screen readers read the column header.
  expect(shown.slice(1).map(({ name }) => name)).toEqual(
    ["Code", "Meaning", "Remedy"].map((name) => `"${name}: " / ""`),
  );
  await page.close();
});

test.each([320, 360, 800, 1440])("the results of Try it fit in a window of %d pixels", async (width) => {
  const page = await opened.browser.newPage({ viewport: { width, height: 900 } });
  await page.goto(`${opened.site.url}try-it.html`);
  await page.getByRole("button", { name: "List images" }).click();
  const row = page.getByRole("table", { name: "Images" }).getByRole("row").last();
  await expect.poll(() => row.getByRole("cell").count()).toBe(6);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(sideways).toBeLessThanOrEqual(0);
  await page.close();
});
