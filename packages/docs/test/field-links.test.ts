import { expect, test } from "vitest";
import { openSite } from "./opened-site.ts";
import { type Operation, operations } from "./operations.ts";
import { pages, read } from "./site.ts";

const [listImages] = operations as readonly [Operation];
const opened = openSite();

test("gives no two elements of a page the same ID", () => {
  for (const name of pages) {
    const ids = [...read(name).matchAll(/<[a-z][^>]*?\sid="([^"]+)"/g)].map(([, id]) => id);
    const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
    expect.soft(twice, name).toEqual([]);
  }
});

test.each(operations)("shows each field of $page that the address names", async ({ page: path, parts }) => {
  const ids = parts.map(({ id }) => id);
  expect(ids.length).toBeGreaterThan(30);
  const page = await opened.browser.newPage({ viewport: { width: 360, height: 800 } });
  await page.goto(opened.site.url + path);
  const hidden = await page.evaluate(async (names) => {
    const missed: string[] = [];
    for (const name of names) {
      for (const details of document.querySelectorAll("main details")) details.removeAttribute("open");
      location.hash = name;
      await new Promise((resolve) => addEventListener("hashchange", resolve, { once: true }));
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      const target = document.getElementById(name);
      const { top, height } = target?.getBoundingClientRect() ?? { top: -1, height: 0 };
      if (height === 0 || top < 0 || top > innerHeight - 20) missed.push(`${name} at ${top}, ${height} high`);
    }
    return missed;
  }, ids);
  expect(hidden).toEqual([]);
  await page.close();
});

test.each([
  ["200-example-documented", "documented"],
  ["sample-python", "Python"],
])("selects %s if the address names it", async (id, choice) => {
  const page = await opened.browser.newPage();
  await page.goto(`${opened.site.url}${listImages.page}#${id}`);
  await expect.poll(() => page.locator(`[id="${id}"]`).isVisible()).toBe(true);
  expect(
    await page
      .locator("select")
      .evaluateAll((all) => all.map((one) => (one as HTMLSelectElement).selectedOptions[0]?.text)),
  ).toContain(choice);
  await page.close();
});

test("gives each field a named link that the keyboard reaches and that leads to the field", async () => {
  const page = await opened.browser.newPage();
  await page.goto(opened.site.url + listImages.page);
  const fields = listImages.parts.map(({ id }) => id).filter((id) => !id.startsWith("status-"));
  const links = await page
    .locator(".field-link")
    .evaluateAll((all) => all.map((link) => [link.getAttribute("href"), link.getAttribute("aria-label")]));
  expect(links).toEqual(
    expect.arrayContaining(fields.map((id) => [`#${id}`, expect.stringMatching(/^Link to \S+ \S/)])),
  );
  const link = page.getByRole("link", { name: "Link to query os_type", exact: true });
  expect(await link.evaluate((element) => getComputedStyle(element).opacity)).toBe("0");
  await page.locator("#path-project_id .field-link").first().focus();
  for (
    let presses = 0;
    presses < 10 && !(await link.evaluate((element) => element === document.activeElement));
    presses++
  ) {
    await page.keyboard.press("Tab");
  }
  expect(await link.evaluate((element) => getComputedStyle(element).opacity)).toBe("1");
  await page.keyboard.press("Enter");
  expect(new URL(page.url()).hash).toBe("#query-os_type");
  await page.close();
});

test("shows every field and example without scripts", async () => {
  const context = await opened.browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  for (const { page: path, parts } of operations) {
    await page.goto(opened.site.url + path);
    for (const { id } of parts) expect.soft(await page.locator(`[id="${id}"]`).isVisible(), id).toBe(true);
  }
  await context.close();
});
