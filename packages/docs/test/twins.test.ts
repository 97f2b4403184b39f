import { existsSync, readFileSync } from "node:fs";
import { facts } from "@workspace-images/spec/facts";
import { fromHtml } from "hast-util-from-html";
import { expect, test } from "vitest";
import { alternatives } from "../src/repairs/page/alternatives.ts";
import { markdownText, markdownTwin } from "../src/twin/markdown-twin.ts";
import { SAMPLES, samples } from "./described-samples.ts";
import { operations } from "./operations.ts";
import { pages, read } from "./site.ts";

const dist = new URL("../dist/", import.meta.url);
const twinOf = (page: string) => page.replace(/\.html$/, ".md");
const twins = pages.map(twinOf);

const withoutCode = (markdown: string) =>
  markdown.replaceAll(/^ *(`{3,}).*?^ *\1$/gms, "").replaceAll(/(`+)[^`]+\1/g, "code");
const letters = (text: string) => text.replaceAll(/\W/g, "");
const withoutTargets = (markdown: string) => markdown.replaceAll(/\]\([^)]*\)/g, "]()");

test("each page links to its Markdown twin, which begins with the heading of the page", () => {
  for (const name of pages) {
    const [, href = ""] =
      /<link rel="alternate" type="text\/markdown" href="([^"]+)">/.exec(read(name)) ?? [];
    expect.soft(new URL(href, new URL(name, dist)).href, name).toBe(new URL(twinOf(name), dist).href);
    const [, heading = ""] = /<h1[^>]*>(.+?)<\/h1>/s.exec(read(name)) ?? [];
    const [line = ""] = read(twinOf(name)).split("\n");
    expect.soft(line, name).toMatch(/^# /);
    expect.soft(letters(line), name).toBe(letters(heading.replaceAll(/<[^>]*>|&\w+;/g, "")));
  }
});

test.each(operations)(
  "the twin of $page has every parameter, header, field, status and example",
  ({ page, parts, bodies }) => {
    const markdown = read(twinOf(page));
    const lines = markdown.split("\n");
    for (const { row } of parts) {
      if (row) expect.soft(lines.filter((line) => line.startsWith(row)).length, row).toBeGreaterThan(0);
    }
    const code = [...markdown.matchAll(/^```json\n(.*?)^```$/gms)].map(([, json = ""]) => JSON.parse(json));
    expect(code).toEqual(expect.arrayContaining([...bodies]));
  },
);

test("the twin of an operation describes the errors once, names its servers with their scheme, and ends with the samples", () => {
  const markdown = read("reference/images/operations/listimages.md");
  const rows = markdown.split("\n").filter((line) => line.startsWith("| `error_code` |"));
  expect(rows).toHaveLength(1);
  expect(markdown).toContain("`GET https://workspace.{region}.myhuaweicloud.com/v2/{project_id}/images`");
  expect(markdown).toContain("`https://workspace.eu-west-101.myhuaweicloud.eu`");
  expect([...markdown.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading).at(-1)).toBe("Samples");
});

test("a twin contains the tabs that are not selected, below their names", () => {
  const tabs = ["npm", "pnpm"].map(
    (name) => `<li><a role="tab" id="tab-${name}" href="#panel-${name}">${name}</a></li>`,
  );
  const panels = ["npm", "pnpm"].map(
    (name) =>
      `<div role="tabpanel" aria-labelledby="tab-${name}" ${name === "npm" ? "" : "hidden"}><p>${name} i</p></div>`,
  );
  const html = `<main><starlight-tabs><ul role="tablist">${tabs.join("")}</ul>${panels.join("")}</starlight-tabs></main>`;
  const page = fromHtml(html);
  alternatives(page);
  const text = markdownText(markdownTwin(page, "x.html"), new Set(), "");
  expect(text).toBe("**npm**\n\nnpm i\n\n**pnpm**\n\npnpm i\n");
});

test("the twins contain every sample and error code", () => {
  const reference = read("reference/images/operations/listimages.md");
  for (const { label, lang, file } of samples) {
    const block = `\`\`\`${lang}\n${readFileSync(new URL(file, SAMPLES), "utf8").trimEnd()}\n\`\`\``;
    expect.soft(reference, file).toContain(`**${label}**\n\n${block}`);
    // Pages show a tab as two spaces.
    expect.soft(read("samples.md"), file).toContain(block.replaceAll("\t", "  "));
  }
  const rows = read("guides/errors.md").split("\n");
  for (const { status, code, summary, remedy } of facts.operations.listImages.errors) {
    expect.soft(rows).toContain(`| ${status} | \`${code}\` | ${summary} | ${remedy} |`);
  }
});

test("the twins contain no HTML", () => {
  for (const name of [...twins, "llms-full.txt"]) {
    expect
      .soft(withoutCode(read(name)).match(/(?<!\\)<(?!https?:)[/a-z!][^>]*>|&[#a-z0-9]+;/gi), name)
      .toBeNull();
  }
});

test("each link in a twin leads to a file, and to the Markdown of a page", () => {
  for (const name of [...twins, "llms.txt", "llms-full.txt"]) {
    for (const [, link = ""] of withoutCode(read(name)).matchAll(/\]\(([^)]+)\)/g)) {
      if (/^(?:https:|#)/.test(link)) continue;
      const target = new URL(link, new URL(name, dist));
      const path = target.href.slice(dist.href.length).replace(/#.*/, "");
      expect
        .soft(target.href.startsWith(dist.href) && existsSync(new URL(path, dist)), `${name}: ${link}`)
        .toBe(true);
      expect.soft(pages, `${name}: ${link}`).not.toContain(path);
    }
  }
});

test("llms.txt lists each twin once, and llms-full.txt contains them in the same order", () => {
  const listed = [...read("llms.txt").matchAll(/^- \[.+\]\((.+\.md)\): .{20,}$/gm)].map(
    ([, name = ""]) => name,
  );
  expect(listed.toSorted()).toEqual(twins.toSorted());
  expect(listed.slice(0, 3)).toEqual(["index.md", "guides/start.md", "guides/credentials.md"]);
  const parts = listed.map((name) => withoutTargets(read(name)));
  expect(withoutTargets(read("llms-full.txt"))).toBe(parts.join("\n---\n\n"));
});
