// Checks the changesets, and collects them into versions and changelogs. The first versions end the notices that there are
// none.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { install } from "../install.mjs";
import { root, run } from "../run.mjs";
import { publishedPackages } from "./packages.mjs";
import { withoutNotice } from "./readme.mjs";

export const checkStages = [
  { title: "Install the locked dependencies and Node.js 24", run: install },
  {
    title: "Build the descriptions",
    run: () => run("turbo", ["run", "build", "--filter=@workspace-images/spec"]),
  },
  { title: "Compare the descriptions with the last release", run: checkDescriptions },
];

export const versionStages = [
  ...checkStages,
  { title: "Collect the changesets", show: true, run: () => run("changeset", ["version"], { show: true }) },
  { title: "Remove the notices that nothing is published yet", run: removeNotices },
];

async function checkDescriptions() {
  // Not at the top, because it needs what the first stage installs.
  const { checkLeastVersion } = await import("./least-version.mjs");
  await checkLeastVersion();
}

async function removeNotices() {
  for (const folder of ["", ...publishedPackages().map(({ folder }) => folder)]) {
    const file = join(root, folder, "README.md");
    writeFileSync(file, withoutNotice(readFileSync(file, "utf8")));
  }
}
