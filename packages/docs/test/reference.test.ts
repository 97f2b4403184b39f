import iam from "@workspace-images/spec/iam.dereferenced.json" with { type: "json" };
import images from "@workspace-images/spec/images.dereferenced.json" with { type: "json" };
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { openSite } from "./opened-site.ts";

const opened = openSite();
let page: Page;
beforeAll(async () => {
  page = await (await opened.browser.newContext({ javaScriptEnabled: false })).newPage();
});

type Node = Readonly<Record<string, unknown>>;

/** Yields the names, values and texts that a reader of an operation needs, from its description. */
function* facts(value: unknown, key = ""): Generator<string> {
  if (value === null || typeof value !== "object") return;
  const node = value as Node;
  if (key === "properties" || key === "responses") yield* Object.keys(node);
  if (key === "examples" && !Array.isArray(node)) {
    for (const { value: example, summary } of Object.values(node) as Node[]) {
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
  for (const [name, part] of Object.entries(node)) yield* facts(part, name);
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
  return text
    .replaceAll(/[`*]/g, "")
    .replaceAll(/[“”]/g, '"')
    .replaceAll("’", "'")
    .replaceAll("…", "...")
    .replaceAll(/\s+/g, " ")
    .trim();
}

test.each([
  ["reference/images/operations/listimages.html", images, "/v2/{project_id}/images", "get"],
  ["reference/iam/operations/createtoken.html", iam, "/v3/auth/tokens", "post"],
  ["reference/iam/operations/listprojects.html", iam, "/v3/projects", "get"],
] as const)(
  "%s names every parameter, field, value, status and example without scripts",
  async (path, description, url, method) => {
    await page.goto(opened.site.url + path);
    // biome-ignore lint/performance/useDomNodeTextContent: only visible text counts
    const text = plain(await page.locator("main").innerText());
    const paths: Readonly<Record<string, Node>> = description.paths;
    const expected = new Set([url, ...facts(paths[url]?.[method]), ...facts(paths[url]?.["parameters"])]);
    expect(expected.size).toBeGreaterThan(50);
    expect([...expected].filter((fact) => !text.includes(plain(fact)))).toEqual([]);
  },
);
