import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import ts from "typescript";
import { beforeAll, describe, expect, test } from "vitest";
import { openSite } from "./opened-site.ts";
import { pages, read } from "./site.ts";

const root = new URL("../../", import.meta.url);
const entries = ["client", "mock", "mock-server"].flatMap((name) => {
  const { exports } = JSON.parse(readFileSync(new URL(`${name}/package.json`, root), "utf8"));
  return Object.keys(exports).flatMap((path) => {
    if (path === "./package.json") return [];
    const file = path === "." ? "index" : path.slice(2);
    return [{ page: [name, ...path.split("/").slice(1)].join("-"), source: `${name}/src/${file}.ts` }];
  });
});
entries.push(
  { page: "spec", source: "../spec/index.d.ts" },
  { page: "spec-facts", source: "../spec/facts.d.ts" },
);

/** Returns the names that a source file exports, without reading any other file. */
function exportsOf(source: string): readonly string[] {
  const text = readFileSync(new URL(source, root), "utf8");
  const file = ts.createSourceFile(source, text, ts.ScriptTarget.Latest);
  return file.statements.flatMap((statement) => {
    if (
      ts.isExportDeclaration(statement) &&
      statement.exportClause &&
      ts.isNamedExports(statement.exportClause)
    )
      return statement.exportClause.elements.map(({ name }) => name.text);
    const isExported =
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (!isExported) return [];
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.map(({ name }) => (name as ts.Identifier).text);
    return [(statement as ts.InterfaceDeclaration).name.text];
  });
}

const opened = openSite();
let page: Page;
beforeAll(async () => {
  page = await (await opened.browser.newContext({ javaScriptEnabled: false })).newPage();
});

test("each entry of the packages has a page", () => {
  const expected = entries.map((entry) => `typescript/${entry.page}.html`);
  expect(pages.filter((name) => name.startsWith("typescript/"))).toEqual(expected.sort());
});

describe.each(entries)("the page $page", ({ page: name, source }) => {
  const path = `typescript/${name}.html`;

  test("has a section with a description for each export, and no other section", async () => {
    await page.goto(opened.site.url + path);
    const sections = await page.locator("main h3").evaluateAll((headings) =>
      headings.map((heading) => {
        const wrapper = heading.closest(".sl-heading-wrapper") ?? heading;
        const declaration = wrapper.nextElementSibling;
        const description = declaration?.nextElementSibling;
        const isText = description?.tagName === "P" && !/^Throws /.test(description.textContent ?? "");
        return {
          name: heading.textContent,
          anchor: heading.id,
          declaration: declaration?.textContent ?? "",
          description: isText ? (description.textContent ?? "") : "",
        };
      }),
    );
    const names = exportsOf(source);
    expect(names.length).toBeGreaterThan(0);
    expect(sections.map((section) => section.name).sort()).toEqual([...names].sort());
    for (const section of sections) {
      expect.soft(section.anchor, section.name ?? "").toBe(section.name?.toLowerCase());
      expect.soft(section.declaration, section.name ?? "").toContain(section.name);
      expect.soft(section.description.length, `${section.name} is described`).toBeGreaterThan(10);
    }
  });

  test("describes each member, with its own anchor", async () => {
    await page.goto(opened.site.url + path);
    const terms = await page.locator("main dl.members > dt").evaluateAll((list) =>
      list.map((term) => ({
        id: term.id,
        link: term.querySelector("a")?.getAttribute("href") ?? "",
        text: term.nextElementSibling?.textContent?.trim() ?? "",
      })),
    );
    expect(terms.filter(({ text }) => text.length < 5)).toEqual([]);
    expect(terms.filter(({ id, link }) => link !== `#${id}`)).toEqual([]);
    expect(new Set(terms.map(({ id }) => id)).size).toBe(terms.length);
  });

  test("says what the entry is for", async () => {
    await page.goto(opened.site.url + path);
    expect(await page.locator("main .sl-markdown-content > p").first().textContent()).toMatch(
      /^[A-Z].{15,}\.$/s,
    );
  });
});

test("options have their type, default and unit", async () => {
  await page.goto(`${opened.site.url}typescript/client.html`);
  const option = (name: string) => page.locator(`#imagesclientoptions-${name}`);
  expect(await option("timeout").textContent()).toBe("timeout?: number");
  expect(await option("timeout").locator("+ dd").textContent()).toContain(
    "Milliseconds for one attempt, credentials and body included. Default 30 000;",
  );
  expect(await option("retry").textContent()).toBe("retry?: RetryOptions | false");
  await option("retry").getByRole("link", { name: "RetryOptions" }).click();
  expect(page.url()).toBe(`${opened.site.url}typescript/client.html#retryoptions`);
});

test("types appear as they are written, with links to other entries", async () => {
  await page.goto(`${opened.site.url}typescript/client.html`);
  expect(await page.locator("#imagesclient-list").textContent()).toBe(
    "list(query?: ImagesQuery, options?: CallOptions): Promise<ImagePage>",
  );
  expect(await page.locator("#imageinfo-os_type").textContent()).toBe(
    'os_type?: "Linux" | "Windows" | "Other" | (string & {})',
  );
  expect(await page.locator("#imagepage-images").textContent()).toBe("images: ImageInfo[]");
  expect(read("typescript/mock-server.html")).toMatch(/href="[^"]*mock\.html#mock">Mock</);
});

test("types generated from the description do not fill pages", () => {
  for (const name of pages.filter((path) => path.startsWith("typescript/"))) {
    expect.soft(read(name), name).not.toMatch(/components-schemas|\.gen\.|src\/|node_modules|\/home\//);
  }
  expect(read("typescript/client.html").length).toBeLessThan(200_000);
});

test("the search finds a function of the client on its page", async () => {
  const context = await opened.browser.newContext();
  const searching = await context.newPage();
  await searching.goto(`${opened.site.url}guides/paging.html`);
  await searching.keyboard.press("Control+k");
  await searching.getByRole("searchbox").fill("createImagesClient");
  const result = searching.locator('site-search a[href*="typescript/client.html"]').first();
  await result.waitFor();
  await context.close();
});
