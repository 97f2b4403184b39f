import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const here = fileURLToPath(new URL("..", import.meta.url));
const pnpm = fileURLToPath(new URL("../../../node_modules/pnpm/bin/pnpm.mjs", import.meta.url));

/** A project outside this repository, in which packages are installed as published. */
export interface DownstreamProject extends AsyncDisposable {
  write(name: string, content: string): Promise<void>;
  /** Runs Node.js in the project and returns its output; rejects with the output if it fails. */
  node(...args: string[]): Promise<string>;
}

async function link(target: string, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await symlink(target, path, "junction");
}

/** Packs and extracts a package of the workspace. Returns the names of its dependencies outside the workspace. */
async function install(source: string, modules: string, tarballs: string): Promise<string[]> {
  await run(process.execPath, [pnpm, "pack", "--pack-destination", tarballs], { cwd: source });
  const { name } = JSON.parse(await readFile(join(source, "package.json"), "utf8"));
  const target = join(modules, name);
  await mkdir(target, { recursive: true });
  const start = `${name.replace("@", "").replace("/", "-")}-`;
  const tarball = (await readdir(tarballs)).find((file) => /^\d/.test(file.replace(start, ""))) ?? "";
  await run("tar", ["-xzf", join(tarballs, tarball), "--strip-components=1", "-C", target]);
  const { dependencies = {} } = JSON.parse(await readFile(join(target, "package.json"), "utf8"));
  return Object.keys(dependencies).filter((dependency) => !dependency.startsWith("@workspace-images/"));
}

/** Creates a project with packed packages of the workspace and with tools that are installed here. */
export async function createDownstreamProject(
  packages: readonly string[],
  tools: readonly string[],
): Promise<DownstreamProject> {
  const folder = await mkdtemp(join(tmpdir(), "work space é "));
  const modules = join(folder, "node_modules");
  await mkdir(join(folder, "tarballs"));
  await Promise.all(
    packages.map(async (path) => {
      const source = join(here, path);
      for (const name of await install(source, modules, join(folder, "tarballs"))) {
        await link(join(source, "node_modules", name), join(modules, name));
      }
    }),
  );
  for (const name of tools) await link(join(here, "node_modules", name), join(modules, name));
  return {
    write: (name, content) => writeFile(join(folder, name), content),
    async node(...args) {
      // Node.js and Vitest would pass the options of this run on.
      const env = Object.fromEntries(
        Object.entries(process.env).filter(([name]) => !/^(NODE_|VITEST|JEST|TEST$)/.test(name)),
      );
      const { stdout, stderr } = await run(process.execPath, args, { cwd: folder, env }).catch((error) => {
        throw new Error(`node ${args.join(" ")} failed:\n${error.stdout}${error.stderr}`);
      });
      return stdout + stderr;
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  };
}
