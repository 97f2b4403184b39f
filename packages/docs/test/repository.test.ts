import { expect, test } from "vitest";
import { changelogPage } from "../src/changelog.ts";
import { repositoryLinks } from "../src/publish/repository.ts";
import { pages, read } from "./site.ts";

test("links to the repository, its issues and its files if the address is known", () => {
  expect(repositoryLinks("https://github.com/owner/name")).toEqual({
    social: [
      { icon: "github", label: "Repository", href: "https://github.com/owner/name" },
      { icon: "comment", label: "Issues", href: "https://github.com/owner/name/issues" },
    ],
    editLink: { baseUrl: "https://github.com/owner/name/edit/main/packages/docs/" },
  });
  expect(repositoryLinks("https://git.example.test/name").social?.[0]?.icon).toBe("external");
});

test("has no link to a repository whose address is unknown", () => {
  expect(repositoryLinks(undefined)).toEqual({});
  expect(pages.filter((name) => read(name).includes("Edit page"))).toEqual([]);
  for (const name of ["index.html", "guides/start.html"])
    expect(read(name)).toContain("The repository is not published yet");
});

test("offers no edit of pages that are generated", () => {
  expect(changelogPage([], [])).toContain("\neditUrl: false\n");
});
