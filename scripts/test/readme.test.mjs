import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { publishedPackages } from "../release/packages.mjs";
import { hasNotice, withAbsoluteLinks, withoutNotice } from "../release/readme.mjs";
import { root } from "../run.mjs";

const packages = publishedPackages();
const isReleased = packages.some(({ manifest }) => manifest.version !== "0.0.0");

for (const folder of ["", ...packages.map(({ folder }) => folder)]) {
  const file = join(folder, "README.md");
  test(`${file} says that nothing is published until the first release, and not after it`, () => {
    const readme = readFileSync(join(root, file), "utf8");
    const usesNpm = /(npm install .*|npx |node_modules\/)@workspace-images\//.test(withoutNotice(readme));
    assert.equal(hasNotice(readme), usesNpm && !isReleased);
  });
}

test("a notice is removed with its comments, and nothing else is", () => {
  const readme = "# Title\n\n<!-- unreleased -->\n> Not yet.\n<!-- /unreleased -->\n\nText.\n";
  assert.equal(withoutNotice(readme), "# Title\n\nText.\n");
});

test("relative links become absolute, and others stay", () => {
  const base = "https://github.com/owner/name/blob/0123abc/packages/client/";
  assert.equal(
    withAbsoluteLinks("[a](FAULTS.md) [b](../mock/README.md#faults) [c](#c) [d](https://d.example/)", base),
    `[a](${base}FAULTS.md) [b](https://github.com/owner/name/blob/0123abc/packages/mock/README.md#faults) [c](#c) [d](https://d.example/)`,
  );
});

test("relative pictures become absolute, and others stay", () => {
  const base = "https://github.com/owner/name/blob/0123abc/packages/cli/";
  assert.equal(
    withAbsoluteLinks(
      '<source srcset="pictures/a.svg"><img src="pictures/b.svg"><img src="https://c.example/">',
      base,
    ),
    `<source srcset="${base}pictures/a.svg?raw=true"><img src="${base}pictures/b.svg?raw=true"><img src="https://c.example/">`,
  );
});
