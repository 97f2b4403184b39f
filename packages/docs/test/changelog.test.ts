import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { changelogPage } from "../src/changelog.ts";
import { read } from "./site.ts";

const CHANGESETS = [
  '---\n"@example/b": patch\n"@example/a": minor\n---\n\nOne thing\nover two lines.\n\nAnd a paragraph.\n',
  '---\n"@example/a": major\n---\n\nAnother thing.\n',
  "---\n---\n\nNothing that a user can see.\n",
];
const CHANGELOG = "# @example/a\n\n## 0.2.0\n\n### Minor Changes\n\n- 1a2b3c4: Something older.\n";

const bodyOf = (page: string) => page.slice(page.indexOf("---", 3) + 3).trim();

test("lists unreleased changes first, by package and then by kind", () => {
  expect(bodyOf(changelogPage(CHANGESETS, []))).toBe(`## Not released yet

### @example/a

#### Major Changes

- Another thing.

#### Minor Changes

- One thing
  over two lines.

  And a paragraph.

### @example/b

#### Patch Changes

- One thing
  over two lines.

  And a paragraph.`);
});

test("lists released versions by package, without commit hashes", () => {
  const body = bodyOf(changelogPage([], [CHANGELOG]));
  expect(body).toBe("## @example/a\n\n### 0.2.0\n\n#### Minor Changes\n\n- Something older.");
  expect(bodyOf(changelogPage(CHANGESETS, [CHANGELOG]))).toMatch(
    /^## Not released yet\n[\s\S]+\n\n## @example\/a\n/,
  );
});

test("shows every changeset and changelog of the repository", () => {
  const root = fileURLToPath(new URL("../../../", import.meta.url));
  const plain = (text: string) => text.replaceAll(/<[^>]+>|[`*#]/g, "").replaceAll(/\s+/g, " ");
  const page = plain(read("changelog.html"));
  const files = globSync([".changeset/*.md", "{spec,packages/*}/CHANGELOG.md"], { cwd: root });
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) {
    // What comes before the first change: front matter, or headings and the hash of a commit.
    const text = readFileSync(root + file, "utf8").replace(
      /^(---\n[\s\S]*?---\n|#[\s\S]*?\n- ([0-9a-f]+: )?)/,
      "",
    );
    const sentence = plain(text).trim().split(". ")[0] ?? "";
    expect.soft(page, file).toContain(sentence);
  }
});
