// `node scripts/runtimes.mjs`: the packed client and mock, installed from the npm registry as users do, on each runtime.
import { rmSync } from "node:fs";
import { copyFile, mkdtemp, readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { install } from "./install.mjs";
import { run } from "./run.mjs";
import { runStages } from "./stages.mjs";

const packages = fileURLToPath(new URL("../packages/", import.meta.url));
const behaviour = fileURLToPath(new URL("runtimes/behaviour.mjs", import.meta.url));
const folder = await mkdtemp(join(tmpdir(), "runtimes-"));
// At the exit, because a failed stage ends the process.
process.on("exit", () => rmSync(folder, { recursive: true }));
const nodePackage = `node-${process.platform}-${process.arch}`;

/** Runtimes as npm installs them, and where their program is; `*` is named after the machine. */
const runtimes = [
  { name: "node20", package: `npm:${nodePackage}@20.19.5`, program: "node20/bin/node" },
  { name: "node22", package: `npm:${nodePackage}@22.22.0`, program: "node22/bin/node" },
  { name: "bun", package: "1.4.5", program: "@oven/*/bin/bun" },
  { name: "deno", package: "2.9.6", program: "@deno/*/deno", args: ["run", "--allow-all"] },
];

async function installProject() {
  const dependencies = Object.fromEntries(runtimes.map((runtime) => [runtime.name, runtime.package]));
  for (const name of ["client", "mock"]) {
    await run("pnpm", ["--dir", join(packages, name), "pack", "--out", join(folder, `${name}.tgz`)]);
    dependencies[`@workspace-images/${name}`] = `file:./${name}.tgz`;
  }
  await writeFile(
    join(folder, "package.json"),
    JSON.stringify({ private: true, type: "module", dependencies }),
  );
  await copyFile(behaviour, join(folder, "behaviour.mjs"));
  await run("npm", ["install", "--prefix", folder, "--ignore-scripts", "--no-audit", "--no-fund"]);
}

async function find(program) {
  const modules = join(folder, "node_modules");
  const [scope = "", rest] = program.split("/*");
  if (rest === undefined) return join(modules, program);
  const [machine = ""] = await readdir(join(modules, scope));
  return join(modules, scope, machine, rest);
}

await runStages("runtimes", [
  { title: "Install the locked dependencies and Node.js 24", run: install },
  {
    title: "Build the packages",
    run: () => run("turbo", ["run", "build", "--filter=./packages/{client,mock}"]),
  },
  { title: "Install them, and the runtimes", run: installProject },
  ...runtimes.map(({ name, program, args = [] }) => ({
    title: `Run on ${name}`,
    show: true,
    async run() {
      await run(await find(program), [...args, join(folder, "behaviour.mjs")], { show: true });
    },
  })),
]);
