import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { openSite } from "./opened-site.ts";
import { listImages, operations } from "./operations.ts";
import { pages, read } from "./site.ts";

const opened = openSite();
const idsOf = (name: string) => [...read(name).matchAll(/<[a-z][^>]*?\sid="([^"]+)"/g)].map(([, id]) => id);

test("gives no two elements of a page the same ID", () => {
  for (const name of pages) {
    const ids = idsOf(name);
    const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
    expect.soft(twice, name).toEqual([]);
  }
});

test("keeps every link that an earlier version of the reference had", () => {
  const published: Record<string, string[]> = JSON.parse(
    readFileSync(new URL("published-links.json", import.meta.url), "utf8"),
  );
  for (const [name, links] of Object.entries(published)) {
    const ids = idsOf(name);
    expect
      .soft(
        links.filter((id) => !ids.includes(id)),
        name,
      )
      .toEqual([]);
  }
});

test.concurrent.each(operations)(
  "shows each part of $page that the address names",
  async ({ page: path, parts }) => {
    const ids = parts.map(({ id }) => id);
    const page = await opened.browser.newPage({ viewport: { width: 360, height: 800 } });
    await page.goto(opened.site.url + path);
    const hidden = await page.evaluate(async (names) => {
      const missed: string[] = [];
      for (const name of names) {
        location.hash = name;
        await new Promise((resolve) => addEventListener("hashchange", resolve, { once: true }));
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        const target = document.getElementById(name);
        const { top, height } = target?.getBoundingClientRect() ?? { top: -1, height: 0 };
        if (height === 0 || top < 0 || top > innerHeight - 20)
          missed.push(`${name} at ${top}, ${height} high`);
      }
      return missed;
    }, ids);
    expect(hidden).toEqual([]);
    await page.close();
  },
);

test.each([
  ["200-example-documented", "200 · The response on the documentation page"],
  ["sample-python", "Python"],
])("selects %s if the address names it", async (id, choice) => {
  const page = await opened.browser.newPage();
  await page.goto(`${opened.site.url}${listImages.page}#${id}`);
  await expect.poll(() => page.locator(`[id="${id}"]`).isVisible()).toBe(true);
  const chosen = await page
    .locator(".choice select")
    .evaluateAll((all) => all.map((one) => (one as HTMLSelectElement).selectedOptions[0]?.text));
  expect(chosen).toContain(choice);
  await page.close();
});

test("each name of a part is a link to it", async () => {
  const page = await opened.browser.newPage();
  await page.goto(opened.site.url + listImages.page);
  for (const id of ["query-os_type", "200-images-os_type", "header-X-Auth-Token", "status-429"]) {
    await page.locator(`[id="${id}"] a`).focus();
    await page.keyboard.press("Enter");
    expect(new URL(page.url()).hash).toBe(`#${id}`);
  }
  await page.close();
});

test("shows every part without scripts", async () => {
  const context = await opened.browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  for (const { page: path, parts } of operations) {
    await page.goto(opened.site.url + path);
    const hidden = await page.evaluate(
      (ids) =>
        ids.filter((id) => {
          const part = document.getElementById(id);
          return (
            !part?.checkVisibility({ visibilityProperty: true }) || part.getBoundingClientRect().height === 0
          );
        }),
      parts.map(({ id }) => id),
    );
    expect.soft(hidden, path).toEqual([]);
  }
  await context.close();
});
