// `npm run strangers`: projects that test with the official SDK of another language, against the packed mock server. Needs
// the language; packages come from its registry into a temporary folder.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { install } from "./install.mjs";
import { CommandError, root, run } from "./run.mjs";
import { runStages } from "./stages.mjs";

const samples = join(root, "packages/docs/samples/testing");
const folder = mkdtempSync(join(tmpdir(), "strangers-"));
// At the exit, because a failed stage ends the process.
process.on("exit", () => rmSync(folder, { recursive: true }));

/** Installs the packed mock server, and names it to the projects. */
async function installMockServer() {
  /** @type {Record<string, string>} */
  const packed = {};
  for (const path of ["spec", "packages/mock", "packages/mock-server"]) {
    const name = path.replace("packages/", "");
    await run("pnpm", ["--dir", join(root, path), "pack", "--out", join(folder, `${name}.tgz`)]);
    packed[`@workspace-images/${name}`] = `file:./${name}.tgz`;
  }
  // The packages need each other in versions that are not on the registry yet.
  const overrides = Object.fromEntries(Object.keys(packed).map((name) => [name, `$${name}`]));
  writeFileSync(
    join(folder, "package.json"),
    JSON.stringify({ private: true, dependencies: packed, overrides }),
  );
  await run("npm", ["--prefix", folder, "install", "--ignore-scripts", "--no-audit", "--no-fund"]);
  const bin = join(folder, "node_modules/@workspace-images/mock-server/dist/bin.js");
  process.env["MOCK_SERVER"] = `'${process.execPath}' '${bin}'`;
}

async function python() {
  try {
    await run("python3", ["--version"]);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    process.stdout.write("NOT executed: there is no python3 on this machine.\n");
    return;
  }
  const project = join(folder, "python");
  cpSync(join(samples, "python"), project, { recursive: true });
  const environment = join(folder, "venv");
  await run("python3", ["-m", "venv", environment]);
  const command = join(environment, process.platform === "win32" ? "Scripts/python" : "bin/python");
  await run(command, ["-m", "pip", "install", "--quiet", "-r", join(project, "requirements.txt")]);
  await run(command, ["-m", "pytest", project], { show: true });
}

await runStages("strangers", [
  { title: "Install the locked dependencies and Node.js 24", run: install },
  {
    title: "Build the mock server",
    run: () => run("turbo", ["run", "build", "--filter=@workspace-images/mock-server"]),
  },
  { title: "Install the packed mock server", run: installMockServer },
  { title: "Test with Python, pytest and huaweicloudsdkworkspace", show: true, run: python },
]);
