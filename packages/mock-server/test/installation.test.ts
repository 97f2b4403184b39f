import { readFileSync } from "node:fs";
import { createRequire, findPackageJSON } from "node:module";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";

/** Manifests of all packages that are installed, by name. */
function installed(manifest: string, found = new Map<string, { scripts?: object }>()): typeof found {
  const { name, scripts = {}, dependencies = {} } = JSON.parse(readFileSync(manifest, "utf8"));
  found.set(name, { scripts });
  for (const dependency of Object.keys(dependencies)) {
    const path = findPackageJSON(dependency, pathToFileURL(manifest));
    if (path && !found.has(dependency)) installed(path, found);
  }
  return found;
}

const manifest = createRequire(import.meta.url).resolve("@workspace-images/mock-server/package.json");

test("installs two more packages, none with an install script", () => {
  const packages = installed(manifest);
  expect([...packages.keys()].sort()).toEqual([
    "@workspace-images/mock",
    "@workspace-images/mock-server",
    "@workspace-images/spec",
  ]);
  for (const [name, { scripts }] of packages) {
    expect(scripts, name).not.toHaveProperty(["postinstall"]);
    expect(scripts, name).not.toHaveProperty(["install"]);
    expect(scripts, name).not.toHaveProperty(["preinstall"]);
  }
});

const licenses = readFileSync(new URL("../dist/third-party-licenses.txt", import.meta.url), "utf8");

test("the licenses of what is bundled come along", () => {
  for (const name of ["@stoplight/prism-http", "ajv", "lodash", "@faker-js/faker"]) {
    expect(licenses).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+$`, "m"));
  }
  expect(licenses).not.toContain("scarf");
});

test("one version of lodash is bundled, none of those with known advisories", () => {
  expect(licenses.match(/^lodash .*$/gm)).toEqual(["lodash 4.18.1"]);
});

test("the README names the bundled version of Prism", () => {
  const [prism] = /(?<=^@stoplight\/prism-http ).*$/m.exec(licenses) ?? [];
  const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
  expect(readme).toContain(`contains Prism ${prism},`);
});
