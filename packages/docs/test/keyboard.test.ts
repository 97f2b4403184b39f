import type { BrowserContext, Page } from "playwright-core";
import { afterEach, expect, test } from "vitest";
import { openSite } from "./opened-site.ts";
import { read } from "./site.ts";

const WIDE = 1440;
const NARROW = 360;

const opened = openSite();

let context: BrowserContext;
let page: Page;
afterEach(() => context.close());

async function open(path: string, width = WIDE): Promise<void> {
  context = await opened.browser.newContext({ colorScheme: "light", viewport: { width, height: 900 } });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  page = await context.newPage();
  await page.goto(opened.site.url + path);
}

interface Stop {
  readonly name: string;
  /** Whether it has an outline and is within the window. */
  readonly isVisible: boolean;
}

/** Returns the focused element, or nothing if the focus has left the page. */
const focused = () =>
  page.evaluate((): Stop | undefined => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return undefined;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const { top, bottom, left, right, width, height } = element.getBoundingClientRect();
    const isWithin = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
    const labels = (element as HTMLInputElement).labels?.[0]?.firstChild?.textContent;
    const name = element.getAttribute("aria-label") ?? labels ?? element.title ?? "";
    return {
      name: (name || element.textContent || "").trim().replace(/\s+/g, " "),
      isVisible: outlineStyle !== "none" && outlineWidth !== "0px" && isWithin && width * height > 0,
    };
  });

async function press(key: string): Promise<Stop | undefined> {
  await page.keyboard.press(key);
  return focused();
}

/** Presses a key until the named element has the focus, and checks that each focused element is visible. */
async function walkTo(name: string | RegExp, key = "Tab"): Promise<void> {
  const passed: string[] = [];
  while (passed.length < 150) {
    const stop = await press(key);
    if (!stop) continue;
    expect(stop.isVisible, `focus is visible on ${stop.name}`).toBe(true);
    if (typeof name === "string" ? stop.name === name : name.test(stop.name)) return;
    passed.push(stop.name);
  }
  throw new Error(`The keyboard does not reach ${name}, only ${[...new Set(passed)].join(" | ")}`);
}

test("the first Tab reaches the link that skips to the content", async () => {
  await open("guides/paging.html");
  expect(await press("Tab")).toMatchObject({ name: "Skip to content", isVisible: true });
  await page.keyboard.press("Enter");
  expect(page.url()).toMatch(/#_top$/);
  await walkTo(/^(?:Copy|import)/);
});

test("the search opens, searches, closes and leads to a result by keyboard", async () => {
  await open("guides/paging.html");
  await walkTo("Search");
  await page.keyboard.press("Enter");
  await page.getByRole("searchbox").waitFor();
  await page.keyboard.press("Escape");
  expect(await focused()).toMatchObject({ name: "Search" });
  await page.keyboard.press("Enter");
  await expect.poll(focused).toMatchObject({ name: "Search" });
  await page.keyboard.type("expires_at");
  await page.locator("site-search ol a").first().waitFor();
  await walkTo("Create a user token");
  await page.keyboard.press("Enter");
  await page.waitForURL(/createtoken\.html/);
});

test("a group of the sidebar closes, opens and leads to its pages by keyboard", async () => {
  await open("guides/paging.html");
  await walkTo("IAM API");
  const link = page.getByRole("link", { name: "Look up projects by name" });
  expect(await link.isVisible()).toBe(true);
  await page.keyboard.press("Enter");
  expect(await link.isVisible()).toBe(false);
  await page.keyboard.press("Space");
  expect(await link.isVisible()).toBe(true);
  await walkTo("Look up projects by name");
  await page.keyboard.press("Enter");
  await page.waitForURL(/listprojects\.html$/);
});

test("the theme is selected by keyboard, and kept", async () => {
  await open("guides/paging.html");
  const theme = () => page.evaluate(() => document.documentElement.dataset["theme"]);
  expect(await theme()).toBe("light");
  await walkTo("Select theme");
  await page.keyboard.type("Dark");
  await expect.poll(theme).toBe("dark");
  await page.reload();
  expect(await theme()).toBe("dark");
});

test("Try it is filled in, run, run again with a fault and copied by keyboard", async () => {
  await open("try-it.html");
  const outcome = () => page.locator("#outcome").textContent();
  await walkTo("os_type");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("Linux");
  await walkTo("limit");
  await page.keyboard.type("2");
  await page.keyboard.press("Enter");
  await expect.poll(outcome).toMatch(/^2 images on this page/);
  await walkTo("fault");
  await page.keyboard.type("first response is an HTML");
  await walkTo("List images");
  await page.keyboard.press("Space");
  await expect.poll(outcome).toMatch(/^ResponseError: /);
  await walkTo(/^GET /);
  await page.keyboard.press("Enter");
  await walkTo("TypeScript");
  await page.keyboard.press("ArrowRight");
  await walkTo("Copy, curl");
  await page.keyboard.press("Enter");
  await expect.poll(() => page.locator("#copied").textContent()).toBe("Copied");
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(
    /^printf "X-Auth-Token: %s" "\$TOKEN" \| curl .*--header @- .*os_type=Linux.*"limit=2"/s,
  );
});

test.each(["guides/paging", "index"])("Copy page copies %s as Markdown, and says so", async (name) => {
  await open(`${name}.html`);
  await walkTo("Copy page");
  await page.keyboard.press("Enter");
  const announced = page.locator(".copy-page [role=status]");
  await expect.poll(() => announced.textContent()).toBe("Copied");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(read(`${name}.md`));
});

test("Copy page says that it failed if the Markdown cannot be loaded", async () => {
  await open("guides/paging.html");
  await page.route("**/*.md", (route) => route.abort());
  await page.getByRole("button", { name: "Copy page" }).click();
  await expect.poll(() => page.locator(".copy-page [role=status]").textContent()).toBe("Not copied");
});

test("a code block that does not scroll is never in the tab order, so it cannot lose the focus", async () => {
  // Checked before the theme's own script does this, a quarter of a second after a block is first seen.
  context = await opened.browser.newContext({ viewport: { width: WIDE, height: 900 } });
  page = await context.newPage();
  await page.addInitScript(() =>
    Object.assign(window, {
      ResizeObserver: class {
        observe() {}
      },
    }),
  );
  await page.goto(`${opened.site.url}guides/start.html`);
  const stops = await page.evaluate(() =>
    [...document.querySelectorAll("pre[data-language]")].map((code) => [
      code.hasAttribute("tabindex"),
      code.scrollWidth > code.clientWidth,
    ]),
  );
  expect(stops.length).toBeGreaterThan(1);
  for (const [isStop, isScrolled] of stops) expect(isStop).toBe(isScrolled);
});

test.each(["index.html", "guides/paging.html"])(
  "in a narrow window, the menu of %s opens, closes and leads to a page",
  async (path) => {
    await open(path, NARROW);
    const link = page
      .getByRole("navigation", { name: "Main" })
      .getByRole("link", { name: "Errors and retries", exact: true });
    await walkTo("Menu");
    await page.keyboard.press("Enter");
    await expect.poll(() => link.isVisible()).toBe(true);
    await page.keyboard.press("Escape");
    await expect.poll(() => link.isVisible()).toBe(false);
    expect(await focused()).toMatchObject({ name: "Menu" });
    await page.keyboard.press("Space");
    await walkTo("Errors and retries");
    await page.keyboard.press("Enter");
    await page.waitForURL(/errors\.html$/);
  },
);

test.each([
  ["index.html", NARROW],
  ["index.html", WIDE],
  ["guides/errors.html", WIDE],
  ["reference/images/operations/listimages.html", NARROW],
  ["reference/images/operations/listimages.html", WIDE],
  ["try-it.html", NARROW],
])("on %s, %d pixels wide, the focus is always visible and reaches the end", async (path, width) => {
  await open(path, width);
  const hidden: string[] = [];
  let stops = 0;
  for (let stop = await press("Tab"); stop; stop = await press("Tab")) {
    if (!stop.isVisible) hidden.push(stop.name);
    if (++stops > 400) throw new Error(`The focus is trapped at ${stop.name}`);
  }
  expect(hidden).toEqual([]);
  expect(stops).toBeGreaterThan(7);
});
