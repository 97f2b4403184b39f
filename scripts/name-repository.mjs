// Gives each package that is published the address of the repository, as GitHub tells it to a workflow: npm takes
// nothing whose provenance names another address, and resolves the links of a README against it.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const { GITHUB_SERVER_URL, GITHUB_REPOSITORY } = process.env;
if (!GITHUB_SERVER_URL || !GITHUB_REPOSITORY) {
  throw new Error("GITHUB_SERVER_URL and GITHUB_REPOSITORY are missing");
}
const root = fileURLToPath(new URL("../", import.meta.url));
const url = `git+${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}.git`;
const packages = readdirSync(`${root}packages`).map((name) => `packages/${name}`);
for (const directory of ["spec", ...packages]) {
  const file = `${root}${directory}/package.json`;
  const manifest = JSON.parse(readFileSync(file, "utf8"));
  if (manifest.private) continue;
  manifest.repository = { type: "git", url, directory };
  writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);
}
