import { fromHtml } from "hast-util-from-html";
import { toHtml } from "hast-util-to-html";
import { expect, test } from "vitest";
import { headingLevels } from "../src/repairs/page/heading-levels.ts";

test("raises headings that skip a level, and keeps siblings on one level", () => {
  const page = fromHtml("<main><h1>a</h1><h3>b</h3><h3>c</h3><h5>d</h5><h2>e</h2><h3>f</h3></main>");
  headingLevels(page);
  expect(toHtml(page)).toContain("<h1>a</h1><h2>b</h2><h2>c</h2><h3>d</h3><h2>e</h2><h3>f</h3>");
});
