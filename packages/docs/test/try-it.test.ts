import type { BrowserContext, Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { faults } from "../src/try-it/fault.ts";
import { openSite } from "./opened-site.ts";
import { watch } from "./visit.ts";

const opened = openSite();

let context: BrowserContext;
let page: Page;
beforeEach(async () => {
  context = await opened.browser.newContext({
    viewport: { width: 360, height: 900 },
    reducedMotion: "reduce",
  });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
});
afterEach(() => context.close());

const outcome = () => expect.poll(() => page.locator("#outcome").textContent());
const faultField = () => page.getByRole("combobox", { name: "fault", exact: true });
const submit = () => page.getByRole("button", { name: "List images" }).click();

async function open(hash = ""): Promise<void> {
  page = await context.newPage();
  await page.goto(`${opened.site.url}try-it.html${hash}`);
}

describe("in a window of 360 pixels", () => {
  test("lists images, shows attempts and explains failures, without a request to another host", async () => {
    const visit = await watch(context, opened.site);
    page = visit.page;
    await page.goto(`${opened.site.url}try-it.html`);
    await submit();
    await outcome().toBe("5 images on this page, total_count 10");
    expect(await page.locator("#images td").count()).toBe(30);
    await page.getByLabel("read").selectOption("items");
    await page.getByLabel("os_type").fill("");
    await faultField().selectOption("lost");
    await submit();
    await outcome().toBe("21 images");
    expect(await page.locator("#steps > li").allTextContents()).toEqual([
      expect.stringMatching(/^GET \?limit=5&offset=0lostattempt 1/),
      expect.stringMatching(/^Waits \d+ ms/),
      expect.stringMatching(/^GET \?limit=5&offset=0200attempt 2/),
      ...[5, 10, 15, 20].map((offset) =>
        expect.stringMatching(`^GET \\?limit=5&offset=${offset}200attempt 1`),
      ),
    ]);
    expect(await visit.violations()).toEqual([]);
    await faultField().selectOption("html");
    await submit();
    await outcome().toMatch(/^ResponseError: /);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    expect(visit).toMatchObject({ messages: [], foreign: [], failed: [] });
  });

  test("shows the signature of a request, and masks a token", async () => {
    await open("#credential=key&limit=1&offset=0");
    await outcome().toMatch(/^1 image on this page/);
    const request = () => page.locator("#steps pre").first().textContent();
    expect(await request()).toMatch(
      /authorization: SDK-HMAC-SHA256 Access=EXAMPLEACCESSKEY, SignedHeaders=host;x-project-id;x-sdk-date, Signature=[\da-f]{64}\n/,
    );
    expect(await request()).toMatch(/x-sdk-date: \d{8}T\d{6}Z$/);
    await page.getByLabel("credential").selectOption("token");
    await submit();
    await expect.poll(request).toMatch(/x-auth-token: \*\*\*$/);
  });
});

test("a shared link opens the same trial", async () => {
  await open();
  await page.getByLabel("image_type").selectOption("private");
  await page.getByLabel("limit").fill("3");
  await faultField().selectOption("unavailable");
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect.poll(() => page.locator("#copied").textContent()).toBe("Copied");
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await submit();
  await outcome().toMatch(/^3 images on this page, total_count \d/);
  expect(page.url()).toBe(link);
  const table = await page.locator("#images").textContent();
  await page.close();

  await open(link.slice(link.indexOf("#")));
  await outcome().toMatch(/^3 images on this page/);
  expect(await page.locator("#images").textContent()).toBe(table);
  expect(await page.getByLabel("image_type").inputValue()).toBe("private");
  expect(await faultField().inputValue()).toBe("unavailable");
});

test("a link with a value that the form does not allow runs nothing", async () => {
  await open("#limit=1000&offset=0&fault=no-such-fault");
  expect(await faultField().inputValue()).toBe("none");
  expect(await page.locator("#try input:invalid").getAttribute("name")).toBe("limit");
  expect(await page.locator("#result").isVisible()).toBe(false);
});

test("the code follows the form, and the button copies it", async () => {
  await open();
  await page.getByLabel("os_type").fill("Linux");
  await page.getByRole("tab", { name: "curl" }).click();
  const button = page.getByRole("button", { name: "Copy, curl" });
  await button.click();
  await expect.poll(() => button.textContent()).toBe("Copied");
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await page.locator("#code-curl").textContent());
  expect(copied).toContain("os_type=Linux");
});

test("each fault has its outcome", async () => {
  const outcomes: Record<string, string> = {};
  await open();
  for (const { name } of faults) {
    await faultField().selectOption(name);
    await submit();
    await outcome().not.toBe("Waiting …");
    outcomes[name] = (await page.locator("#outcome").textContent()) ?? "";
  }
  const success = "5 images on this page, total_count 10";
  expect(outcomes).toEqual({
    ...{
      none: success,
      busy: success,
      unavailable: success,
      lost: success,
      truncated: success,
      expired: success,
    },
    total: "5 images on this page, total_count 1",
    outage: expect.stringMatching(/^ApiError: /),
    html: expect.stringMatching(/^ResponseError: /),
    redirect: expect.stringMatching(/^ResponseError: /),
  });
});
