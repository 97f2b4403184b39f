import assert from "node:assert/strict";
import { execFile, execFileSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { promisify } from "node:util";
import { root } from "../run.mjs";

/** @type {string} */
let clone;
/** @param {string} file @param {unknown} content */
const writeJson = (file, content) => writeFileSync(join(clone, file), JSON.stringify(content));
/** @param {string} command @param {string[]} args */
const runInClone = (command, ...args) => execFileSync(command, args, { cwd: clone, stdio: "pipe" });
/**
 * Runs a step with a registry on this machine: a mistake must not reach npm with the login of whoever runs the tests.
 *
 * @param {string} step
 * @param {number} port
 */
function release(step, port = 1) {
  const userconfig = join(clone, "npmrc");
  const registry = `//127.0.0.1:${port}/`;
  writeFileSync(
    userconfig,
    `registry=http:${registry}\n${registry}:_authToken=not-a-real-token\nfetch-retries=0\n`,
  );
  const npm = { NPM_CONFIG_REGISTRY: `http:${registry}`, NPM_CONFIG_USERCONFIG: userconfig };
  const cache = { NPM_CONFIG_CACHE: join(clone, "cache"), NPM_CONFIG_UPDATE_NOTIFIER: "false" };
  const env = { ...process.env, ...npm, ...cache };
  return promisify(execFile)(process.execPath, ["scripts/release/release.mjs", step], { cwd: clone, env });
}

beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), "release-"));
  cpSync(join(root, "scripts"), join(clone, "scripts"), { recursive: true });
  for (const folder of ["spec", "packages", "release"]) mkdirSync(join(clone, folder));
  writeJson("spec/package.json", { name: "@workspace-images/spec", version: "0.1.0" });
});
afterEach(() => rmSync(clone, { recursive: true }));

test("a tree with uncommitted changes is not packed", async () => {
  runInClone("git", "init", "--quiet");
  writeFileSync(join(clone, "new-file"), "");
  await assert.rejects(release("pack"), /commit or stash these changes first:.*new-file/s);
});

test("the version before the first release is not published", async () => {
  writeJson("release/packages.json", [
    { name: "@workspace-images/spec", version: "0.0.0", tarball: "spec.tgz" },
  ]);
  await assert.rejects(release("publish"), /version 0\.0\.0 is not for npm/);
});

test("what the registry lacks is published, in the order in which it was packed", async (context) => {
  const names = ["spec", "client", "mock"].map((name) => `@workspace-images/${name}`);
  const version = "0.1.0";
  for (const name of names) {
    writeJson("spec/package.json", { name, version });
    runInClone("npm", "pack", "./spec", "--pack-destination", "release");
  }
  const tarball = (/** @type {string} */ name) => `${name.slice(1).replace("/", "-")}-${version}.tgz`;
  writeJson(
    "release/packages.json",
    names.map((name) => ({ name, version, tarball: tarball(name) })),
  );
  const published = /** @type {string[]} */ ([]);
  const server = createServer((request, response) => {
    const name = decodeURIComponent(request.url ?? "").slice(1);
    response.setHeader("Content-Type", "application/json");
    if (request.method === "PUT") {
      published.push(name);
      request.resume().on("end", () => response.writeHead(201).end("{}"));
    } else if (name === "@workspace-images/client") {
      response.end(
        JSON.stringify({
          name,
          "dist-tags": { latest: version },
          versions: { [version]: { name, version } },
        }),
      );
    } else response.writeHead(404).end("{}");
  }).listen(0, "127.0.0.1");
  context.after(() => server.close());
  await once(server, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  const { stdout } = await release("publish", port);
  assert.deepEqual(published, ["@workspace-images/spec", "@workspace-images/mock"]);
  assert.match(stdout, /@workspace-images\/client@0\.1\.0 is already on npm/);
});
