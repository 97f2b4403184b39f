import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { openSite } from "./opened-site.ts";
import { operations } from "./operations.ts";

const opened = openSite();
let page: Page;
beforeAll(async () => {
  page = await (await opened.browser.newContext({ javaScriptEnabled: false })).newPage();
});

type Node = Readonly<Record<string, unknown>>;

/** Yields the names, values and texts that a reader of an operation needs, from its description with references resolved. */
function* facts(
  description: object,
  value: unknown,
  key = "",
  seen: readonly unknown[] = [],
): Generator<string> {
  if (value === null || typeof value !== "object" || seen.includes(value)) return;
  const path = [...seen, value];
  const node = value as Node;
  if (typeof node["$ref"] === "string") {
    const target = node["$ref"]
      .slice(2)
      .split("/")
      .reduce<unknown>((part, name) => (part as Node)[name.replaceAll("~1", "/")], description);
    yield* facts(description, target, key, path);
    return;
  }
  if (key === "properties" || key === "responses") yield* Object.keys(node);
  if (key === "examples" && !Array.isArray(node)) {
    for (const { value: example, summary } of Object.values(node).map((part) =>
      resolved(description, part),
    )) {
      if (typeof summary === "string") yield summary;
      yield* scalars(example);
    }
    return;
  }
  if (key === "examples" || key === "example") return;
  if (typeof node["name"] === "string" && typeof node["in"] === "string") yield node["name"];
  for (const name of ["enum", "x-extensible-enum"]) {
    if (Array.isArray(node[name])) yield* node[name].map(String);
  }
  for (const bound of ["minimum", "maximum", "default"]) {
    if (typeof node[bound] === "number" || typeof node[bound] === "string") yield String(node[bound]);
  }
  if (typeof node["description"] === "string") yield* words(node["description"]);
  for (const [name, part] of Object.entries(node)) yield* facts(description, part, name, path);
}

function resolved(description: object, value: unknown): Node {
  const { $ref } = value as { readonly $ref?: string };
  if (!$ref) return value as Node;
  return $ref
    .slice(2)
    .split("/")
    .reduce<unknown>((part, name) => (part as Node)[name], description) as Node;
}

function* scalars(value: unknown): Generator<string> {
  if (value !== null && typeof value === "object") {
    for (const [key, part] of Object.entries(value)) {
      if (!Array.isArray(value)) yield key;
      yield* scalars(part);
    }
  } else yield String(value);
}

/** Returns the paragraphs of a text without Markdown syntax. */
function words(text: string): readonly string[] {
  return text
    .split(/\n{2,}/)
    .map((part) => plain(part.replace(/^#+ /, "").replace(/\[([^\]]+)\]\([^)]*\)/g, "$1")))
    .filter(Boolean);
}

function plain(text: string): string {
  return (
    text
      .replaceAll(/[`*]/g, "")
      .replaceAll(/[“”]/g, '"')
      .replaceAll("’", "'")
      .replaceAll("…", "...")
      // Marks look different where they hold for the whole text.
      .replaceAll(/(?:Later addition|Not confirmed|Note)(?:,? \(?[A-Z]\w+ \d{4}\)?)?[.:]?/g, " ")
      .replaceAll(/\s+/g, " ")
      .trim()
  );
}

test.each(operations)(
  "$page names every parameter, field, value, status and example without scripts",
  async ({ page: path, url, description, item, method }) => {
    await page.goto(opened.site.url + path);
    // biome-ignore lint/performance/useDomNodeTextContent: only visible text counts
    const text = plain(await page.locator("main").innerText()).toLowerCase();
    const expected = new Set([
      url,
      ...facts(description, item[method]),
      ...facts(description, item["parameters"]),
    ]);
    expect(expected.size).toBeGreaterThan(2);
    expect([...expected].filter((fact) => !text.includes(plain(fact).toLowerCase()))).toEqual([]);
  },
);
