import type { Page } from "playwright-core";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { RANKING } from "../src/search/site-search.ts";
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

const LIST = "reference/images/operations/listimages.html";

/** What people type, and the pages of which one must come first or second. */
const QUERIES: readonly (readonly [query: string, ...pages: string[]])[] = [
  ["APIGW.0301", "guides/errors.html"],
  ["APIGW.0308", "guides/errors.html"],
  ["WKS.00211902", "guides/errors.html"],
  ["error codes", "guides/errors.html"],
  ["signature is wrong", "guides/errors.html"],
  ["offset 5001", "guides/errors.html", "guides/paging.html"],
  ["429", "guides/errors.html", LIST],
  ["rate limit", "guides/errors.html"],
  ["retry", "guides/errors.html"],
  ["timeout", "guides/errors.html"],
  ["X-Project-Id", LIST],
  ["architecture", LIST],
  ["filter by name", LIST],
  ["image_type gold", LIST],
  ["min_disk unit", LIST],
  ["os_type", LIST],
  ["regions", LIST],
  ["sort", LIST],
  ["total_count", "guides/paging.html", LIST],
  ["list all images", "guides/paging.html"],
  ["next page", "guides/paging.html"],
  ["access key", "guides/credentials.html"],
  ["mfa", "guides/credentials.html", "reference/iam/operations/createtoken.html"],
  ["permission", "guides/credentials.html"],
  ["token", "guides/credentials.html"],
  ["token expired", "guides/credentials.html"],
  ["create a token", "reference/iam/operations/createtoken.html"],
  ["project id", "reference/iam/operations/listprojects.html"],
  ["sub project", "reference/iam/operations/listprojects.html"],
  ["ecs agency", "guides/keys.html"],
  ["environment variables", "guides/credentials.html", "guides/keys.html"],
  ["github actions", "guides/keys.html"],
  ["kubernetes", "guides/keys.html"],
  ["oidc", "guides/keys.html"],
  ["temporary key", "guides/keys.html"],
  ["docker", "guides/testing.html"],
  ["fault injection", "guides/testing.html"],
  ["how to mock", "guides/testing.html"],
  ["java", "guides/testing.html"],
  ["vitest", "guides/testing.html"],
  ["cors", "guides/networks.html"],
  ["proxy", "guides/networks.html"],
  ["company proxy", "guides/networks.html"],
  ["happy-dom", "guides/recipes.html"],
  ["excel", "command-line.html"],
  ["csv", "samples.html", "command-line.html"],
  ["curl", "samples.html"],
  ["go sdk", "samples.html"],
  ["python", "samples.html", "guides/testing.html"],
  ["bundle size", "benchmarks.html"],
  ["changelog", "changelog.html"],
  ["deno", "runtimes.html"],
  ["node version", "runtimes.html"],
  ["install", "guides/start.html"],
  ["migrate", "guides/official-sdk.html"],
  ["openapi", "downloads.html"],
];

interface Pagefind {
  options(options: { readonly ranking: typeof RANKING }): Promise<void>;
  search(query: string): Promise<{ readonly results: readonly { data(): Promise<{ url: string }> }[] }>;
}

/** Returns the addresses of the first two pages that the index of the site ranks for each query. */
async function firstTwo(queries: readonly string[]): Promise<readonly (readonly string[])[]> {
  const root = opened.site.url;
  // As text, because Vitest replaces imports.
  const pagefind = await page.evaluateHandle<Pagefind>(`import("${root}pagefind/pagefind.js")`);
  await pagefind.evaluate((index, ranking) => index.options({ ranking }), RANKING);
  return Promise.all(
    queries.map((query) =>
      pagefind.evaluate(
        async (index, { query, root }) => {
          const { results } = await index.search(query);
          const pages = await Promise.all(results.slice(0, 2).map((result) => result.data()));
          return pages.map(({ url }) => new URL(url, root).href.slice(root.length));
        },
        { query, root },
      ),
    ),
  );
}

test("leads with the right page, first or second, for what people type", async () => {
  const found = await firstTwo(QUERIES.map(([query]) => query));
  for (const [index, [query, ...right]] of QUERIES.entries()) {
    const pages = found[index] ?? [];
    expect
      .soft(
        pages.some((name) => right.includes(name)),
        `${query}: ${pages.join(", ")}`,
      )
      .toBe(true);
  }
});

test.each(["how to mock", "token expired", "min_disk unit"])("shows the right page for %s", async (query) => {
  const [, ...right] = QUERIES.find(([known]) => known === query) ?? [];
  await page.getByRole("searchbox").fill(query);
  const links = page.locator("site-search ol > li > a");
  await expect
    .poll(async () => {
      const shown = await links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
      return shown.slice(0, 2).map((url) => url.slice(opened.site.url.length));
    })
    .toContain(right[0]);
});

test("opens with a slash, and the arrow keys and Enter lead to a result", async () => {
  await page.keyboard.press("Escape");
  const box = page.getByRole("searchbox");
  await expect.poll(() => box.isVisible()).toBe(false);
  await page.keyboard.press("/");
  await box.pressSequentially("limit/offset");
  expect(await box.inputValue()).toBe("limit/offset");
  await box.fill("how to mock");
  const links = page.locator("site-search ol a");
  await links.first().waitFor();
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  expect(await focused()).toBe(await links.nth(1).textContent());
  await page.keyboard.press("ArrowUp");
  expect(await focused()).toBe(await links.first().textContent());
  await page.keyboard.press("ArrowUp");
  expect(await box.evaluate((input) => input === document.activeElement)).toBe(true);
  await page.keyboard.press("Enter");
  await page.waitForURL(`${opened.site.url}guides/testing.html`);
});

test("shows types in the excerpts", async () => {
  await page.getByRole("searchbox").fill("min_disk");
  await expect.poll(() => page.locator("site-search ol").textContent()).toContain("integer, GB");
});
