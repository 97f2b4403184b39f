import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
let folder: string;

// Inside the package, so that its own name resolves to the published files.
beforeAll(async () => {
  folder = await mkdtemp(`${root}dist/consumer-`);
  const readme = await readFile(`${root}README.md`, "utf8");
  const blocks = [...readme.matchAll(/```ts\n(.*?)```/gs)].map(([, code = ""]) => code);
  expect(blocks.length).toBeGreaterThan(2);
  for (const [index, code] of blocks.entries()) await writeFile(`${folder}/block-${index}.ts`, code);
});
afterAll(() => rm(folder, { recursive: true }));

test.each(["typescript", "typescript-6", "typescript-7"])(
  "the examples of the README compile with %s",
  async (compiler) => {
    const config = {
      compilerOptions: {
        target: "ES2023",
        lib: ["ES2023", "DOM", "DOM.Iterable"],
        module: "NodeNext",
        strict: true,
        exactOptionalPropertyTypes: true,
        noUncheckedIndexedAccess: true,
        noEmit: true,
        types: [],
      },
      include: ["*.ts"],
    };
    await writeFile(`${folder}/tsconfig.json`, JSON.stringify(config));
    const tsc = `${root}node_modules/${compiler}/bin/tsc`;
    const { stdout } = await promisify(execFile)(process.execPath, [tsc, "--project", folder]).catch(
      (error) => error,
    );
    expect(stdout).toBe("");
  },
);
