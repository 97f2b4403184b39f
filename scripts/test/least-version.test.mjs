import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { checkLeastVersion } from "../release/least-version.mjs";
import { root } from "../run.mjs";

/** What the last release had, if the descriptions of today have changed by it since. */
const CHANGES = {
  "a removed property": {
    kind: "major",
    edit: ["        kms_id:\n", "        removed:\n          type: string\n        kms_id:\n"],
  },
  "an added parameter": { kind: "minor", edit: ["        - $ref: '#/components/parameters/image_id'\n", ""] },
  "a text": { kind: "patch", edit: ["Image name.", "Name."] },
};
/** @type {string} */
let temporary;

beforeEach(() => {
  temporary = mkdtempSync(join(tmpdir(), "least-version-"));
});
afterEach(() => rmSync(temporary, { recursive: true }));

/**
 * Makes a release with another description of the images, and a repository with a changeset for it.
 *
 * @param {{ version: string, edit: string[], info?: string, promised?: string | undefined }} release
 */
function makeRelease({ version, edit: [today = "", before = ""], info = "0.0.9", promised }) {
  const released = join(temporary, "released");
  const folder = join(temporary, "repository");
  cpSync(join(root, "spec/dist"), join(released, "dist"), { recursive: true });
  for (const path of [join(folder, "spec"), join(folder, ".changeset")]) mkdirSync(path, { recursive: true });
  for (const path of [released, join(folder, "spec")])
    writeFileSync(join(path, "package.json"), JSON.stringify({ version }));
  const file = join(released, "dist/images.yaml");
  const text = readFileSync(file, "utf8");
  assert.ok(text.includes(today));
  writeFileSync(file, text.replace(today, before).replace(/^ {2}version: .+$/m, `  version: ${info}`));
  const front = promised ? `"@workspace-images/spec": ${promised}` : '"@workspace-images/mock": major';
  writeFileSync(join(folder, ".changeset/change.md"), `---\n${front}\n---\n\nA change.\n`);
  return { folder, released };
}

for (const [name, { kind, edit }] of Object.entries(CHANGES)) {
  const kinds = ["patch", "minor", "major"];
  const lower = kinds[kinds.indexOf(kind) - 1];
  test(`${name} needs a ${kind} version`, async () => {
    await checkLeastVersion(makeRelease({ version: "1.2.3", edit, promised: kind }));
    const less = checkLeastVersion(makeRelease({ version: "1.2.3", edit, promised: lower }));
    const promise = lower ? `a ${lower} version` : "no new version";
    await assert.rejects(less, {
      message: `The changesets promise ${promise} of @workspace-images/spec, but its descriptions need a ${kind} one. Run \`pnpm --filter @workspace-images/spec difference\` for the changes, then \`pnpm changeset\`.`,
    });
  });
}

test("before 1.0.0, a minor version may break", async () => {
  const { edit } = CHANGES["a removed property"];
  await checkLeastVersion(makeRelease({ version: "0.4.0", edit, promised: "minor" }));
  const less = makeRelease({ version: "0.4.0", edit, promised: "patch" });
  await assert.rejects(checkLeastVersion(less), /promise a patch version .+ need a minor one/);
});

test("a changed description needs another info.version", async () => {
  const { edit } = CHANGES["an added parameter"];
  const release = makeRelease({ version: "0.4.0", edit, info: "0.1.0", promised: "minor" });
  await assert.rejects(checkLeastVersion(release), {
    message:
      "images.yaml differs from @workspace-images/spec@0.4.0 by a minor change: raise info.version from 0.1.0 by a minor version, not to 0.1.0.",
  });
});

test("collected changesets count by the version that they have become", async () => {
  const { edit } = CHANGES["an added parameter"];
  const release = makeRelease({ version: "1.2.3", edit });
  writeFileSync(join(release.folder, "spec/package.json"), JSON.stringify({ version: "1.3.0" }));
  await checkLeastVersion(release);
});

test("descriptions without changes need no version", async () => {
  await checkLeastVersion(makeRelease({ version: "1.2.3", edit: [] }));
});
