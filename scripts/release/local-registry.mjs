import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

// It asks for node-fetch by the tag "cjs", which registries that mirror npm may lack.
// renovate: datasource=npm depName=verdaccio
const TOOLS = { dependencies: { verdaccio: "6.10.4" }, overrides: { "node-fetch": "2.7.0" } };

/**
 * Starts a registry that runs until this process exits. It keeps the packages of this repository and fetches all others
 * from the registry that npm is set to. Gives the environment in which npm uses it, with a login and an empty cache.
 *
 * @param {string} folder an empty folder for all that belongs to it
 */
export async function startLocalRegistry(folder) {
  mkdirSync(folder);
  writeFileSync(join(folder, "package.json"), JSON.stringify(TOOLS));
  execFileSync("npm", ["install", "--prefix", folder, "--no-audit", "--no-fund"], { stdio: "pipe" });
  const uplink = execFileSync("npm", ["config", "get", "registry"], { encoding: "utf8" }).trim();
  const config = join(folder, "config.json");
  writeFileSync(config, JSON.stringify(settings(folder, uplink)));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const bin = join(folder, "node_modules/verdaccio/bin/verdaccio");
  const child = spawn(process.execPath, [bin, "--config", config, "--listen", url], { stdio: "ignore" });
  process.on("exit", () => child.kill());
  child.unref();
  await responds(url, child);
  const token = await logIn(url);
  const userconfig = join(folder, "npmrc");
  writeFileSync(userconfig, `registry=${url}\n//127.0.0.1:${port}/:_authToken=${token}\n`);
  return {
    ...process.env,
    NPM_CONFIG_REGISTRY: url,
    NPM_CONFIG_USERCONFIG: userconfig,
    NPM_CONFIG_CACHE: join(folder, "cache"),
  };
}

/**
 * Verdaccio reads YAML, of which JSON is a part.
 *
 * @param {string} folder
 * @param {string} uplink
 */
function settings(folder, uplink) {
  return {
    storage: join(folder, "storage"),
    auth: { htpasswd: { file: join(folder, "htpasswd") } },
    uplinks: { npm: { url: uplink } },
    packages: {
      "@workspace-images/*": { access: "$all", publish: "$authenticated" },
      "**": { access: "$all", proxy: "npm" },
    },
    web: { enable: false },
  };
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  server.close();
  await once(server, "close");
  return port;
}

/**
 * @param {string} url
 * @param {import("node:child_process").ChildProcess} child
 */
async function responds(url, child) {
  while (child.exitCode === null) {
    const response = await fetch(`${url}-/ping`).catch(() => undefined);
    if (response?.ok) return;
    await wait(100);
  }
  throw new Error(`Verdaccio ended with status ${child.exitCode}`);
}

/**
 * Registers a user and gives the token of a login.
 *
 * @param {string} url
 */
async function logIn(url) {
  const response = await fetch(`${url}-/user/org.couchdb.user:rehearsal`, {
    method: "PUT",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ name: "rehearsal", password: "not-a-real-password" }),
  });
  const { token } = await response.json();
  if (!token) throw new Error(`Verdaccio rejected the login with status ${response.status}`);
  return token;
}
