import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { pages, read } from "./site.ts";

const dist = new URL("../dist/", import.meta.url);

function idsOf(html: string): ReadonlySet<string> {
  return new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id = ""]) => id));
}

/** Whether a fragment fills in the form of "Try it". */
function isTrial(file: string, fragment: string): boolean {
  const fields = [...new URLSearchParams(fragment).keys()];
  return file === "try-it.html" && fields.every((name) => read(file).includes(` name="${name}"`));
}

test("each link leads to a file of the site, and to an element in it", () => {
  const broken: string[] = [];
  for (const name of pages) {
    const page = new URL(name, dist);
    for (const [, link = ""] of read(name).matchAll(/<[^>]*\s(?:href|src)="([^"]*)"/g)) {
      if (/^(?:https?:|mailto:|data:)/.test(link)) continue;
      const target = new URL(link.replaceAll("&amp;", "&"), page);
      const path = target.pathname.replace(/\/$/, "/index.html");
      const isInside = path.startsWith(dist.pathname) && !link.startsWith("/");
      const file = decodeURIComponent(path.slice(dist.pathname.length));
      const isThere = isInside && existsSync(new URL(path, dist));
      const anchor = decodeURIComponent(target.hash.slice(1));
      const isFound = isThere && (!anchor || idsOf(read(file)).has(anchor) || isTrial(file, anchor));
      if (!isFound) broken.push(`${name}: ${link}`);
    }
  }
  expect([...new Set(broken)]).toEqual([]);
});

test("each page has a title, a description, one main heading and a policy that allows no other host", () => {
  const titles = pages.map((name) => {
    const html = read(name);
    expect.soft(html.match(/<h1\b/g), name).toHaveLength(1);
    expect.soft(html, name).toMatch(/<meta name="description" content="[^"]{20,}"/);
    const [, policy = ""] = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html) ?? [];
    expect.soft(policy, name).toMatch(/^default-src 'none'; script-src 'self' /);
    expect.soft(policy, name).not.toMatch(/https?:|\*/);
    expect.soft(html, name).not.toMatch(/<title>(.+) \| \1</);
    const [, description] = /<meta name="description" content="([^"]+)"/.exec(html) ?? [];
    return [/<title>([^<]+)/.exec(html)?.[1], description] as const;
  });
  expect(new Set(titles.map(([title]) => title)).size).toBe(pages.length);
  expect(new Set(titles.map(([, description]) => description)).size).toBe(pages.length);
});
