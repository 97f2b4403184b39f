import { globSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const HEAD = `---
title: Changelog
description: The changes in each version of each package, and those not released yet.
editUrl: false
---`;

const KINDS = { major: "Major Changes", minor: "Minor Changes", patch: "Patch Changes" } as const;

interface Change {
  readonly name: string;
  readonly kind: keyof typeof KINDS;
  readonly text: string;
}

/** Writes the page with the changelog where Astro finds it, and returns its slug. */
export function writeChangelog(root: URL): string {
  const repository = fileURLToPath(new URL("../../", root));
  const read = (pattern: string) =>
    globSync(pattern, { cwd: repository })
      .sort()
      .map((path) => readFileSync(repository + path, "utf8"));
  const page = changelogPage(read(".changeset/!(README).md"), read("{spec,packages/*}/CHANGELOG.md"));
  writeFileSync(new URL("src/content/docs/changelog.md", root), page);
  return "changelog";
}

/** Joins the changesets, which are not released yet, and the changelogs of released versions into one page. */
export function changelogPage(changesets: readonly string[], changelogs: readonly string[]): string {
  const changes = changesets.flatMap(changesOf);
  const names = [...new Set(changes.map(({ name }) => name))].sort();
  const next = names.map((name) =>
    nextVersion(
      name,
      changes.filter((change) => change.name === name),
    ),
  );
  const unreleased = next.length > 0 ? ["## Not released yet", ...next] : [];
  return `${[HEAD, ...unreleased, ...changelogs.map(released)].join("\n\n")}\n`;
}

function changesOf(changeset: string): readonly Change[] {
  const [, packages = "", text = ""] = /^---\n([\s\S]*?)---\n([\s\S]*)$/.exec(changeset) ?? [];
  return [...packages.matchAll(/^"?([^"\n]+?)"?: (major|minor|patch)$/gm)].map(([, name = "", kind]) => {
    return { name, kind: kind as Change["kind"], text: text.trim() };
  });
}

function nextVersion(name: string, changes: readonly Change[]): string {
  const kinds = Object.entries(KINDS).flatMap(([kind, title]) => {
    const some = changes.filter((change) => change.kind === kind);
    return some.length > 0 ? [`#### ${title}`, ...some.map(({ text }) => item(text))] : [];
  });
  return [`### ${name}`, ...kinds].join("\n\n");
}

function item(text: string): string {
  return `- ${text.replaceAll(/\n(?=.)/g, "\n  ")}`;
}

/** Lowers each heading by one level, and removes commit hashes, which are links only on a repository host. */
function released(changelog: string): string {
  return changelog
    .trim()
    .replaceAll(/^#(?=#* )/gm, "##")
    .replaceAll(/^- [0-9a-f]{7,}: /gm, "- ");
}
