import { execFileSync, spawnSync } from "node:child_process";
import { mkdir, mkdtemp, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readCredentialsFile } from "../../src/config/credentials-file.ts";
import { parseSections } from "../../src/config/ini.ts";
import { InputError } from "../../src/index.ts";

const basicOf = (text: string) => Object.fromEntries(parseSections(text, "file").get("basic") ?? []);

describe("sections", () => {
  test.each([
    ["[basic]\nak = A\n[staging] ; other account\nak = B\n", { ak: "A" }],
    ["[basic]\nak = A\n[staging] # other account\nak = B\n", { ak: "A" }],
    ["[basic] # main\nak = A\n", { ak: "A" }],
    ["[basic]main\nak: A", { ak: "A" }],
    ["[basic]\rak = A\r[staging]\rak = B\r", { ak: "A" }],
    ["[DEFAULT]\nak = D\nsk = D\n[basic]\nak = A\n", { ak: "A", sk: "D" }],
    ["# comment\n  ; comment\n\n[basic]\n  ak = A\n  SK = a#b;c\n", { ak: "A", sk: "a#b;c" }],
    ["[basic]\nak =\n", { ak: "" }],
    ["[Basic]\nak = A\n", {}],
  ])("%j are read as by configparser of Python", (text, expected) => {
    expect(basicOf(text)).toEqual(expected);
  });

  test.each([
    ["ak = A\n[basic]\n", "Line 1 of file is not in a section"],
    ["[basic]\nak = A\n[staging] ; not [basic]\nak = B\n", "Line 3 of file has a section name"],
    ["[ basic ]\nak = A\n", "Line 1 of file has a section name"],
    ["[basic]\nak = A\n[staging]\nak = B\n[basic]\nsk = C", "Line 5 of file repeats the section [basic]"],
    ["[basic]\nak = A\nAK = B\n", "Line 3 of file repeats a key"],
    ["[basic]\nak = A\n  sk = B\n", "Line 3 of file is indented"],
    ["[basic]\nak = A\n  [staging]\nak = B\n", "Line 3 of file is indented"],
    ["[basic]\nak = A\ncanary\n", "Line 3 of file is neither"],
    ["[basic]\n= canary\n", "Line 2 of file is neither"],
    ["[basic]\nak = %(canary)s\n", "Line 2 of file contains %"],
    ["[basic]\nak = A\nsk = canary%%canary\n", "Line 3 of file contains %"],
  ])("%j are rejected with the line, and without its text", (text, message) => {
    expect(() => basicOf(text)).toThrow(InputError);
    expect(() => basicOf(text)).toThrow(message);
    expect(() => basicOf(text)).not.toThrow("canary");
  });
});

describe("the file", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "credentials-file-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  test("that is larger than 1 MiB is rejected by name", async () => {
    const path = join(folder, "credentials");
    await writeFile(path, "[basic]\n");
    await truncate(path, 2 ** 20 + 1);
    await expect(readCredentialsFile(path)).rejects.toThrow(new InputError(`${path} is larger than 1 MiB`));
  });

  test.runIf(process.platform === "linux")(
    "that does not say how large it is is rejected by name, without being read to its end",
    async () => {
      const path = "/proc/self/pagemap"; // Billions of bytes, although its size is 0.
      // Linux may not allow to read just one byte more than is allowed.
      await expect(readCredentialsFile(path)).rejects.toThrow(
        /pagemap (is larger than 1 MiB|cannot be read)/,
      );
    },
  );

  test.runIf(process.platform !== "win32")(
    "that is a pipe is rejected by name, without waiting for it",
    async () => {
      const path = join(folder, "pipe");
      execFileSync("mkfifo", [path]);
      await expect(readCredentialsFile(path)).rejects.toThrow(
        new InputError(`${path} is not a regular file`),
      );
    },
  );

  test("is never that of the current folder, also when HOME is empty", async () => {
    await mkdir(join(folder, ".huaweicloud"));
    await writeFile(join(folder, ".huaweicloud", "credentials"), "[basic]\nak = CLONED\nsk = cloned\n");
    const module = new URL("../../src/node.ts", import.meta.url);
    const code = `const { loadConfig } = await import(${JSON.stringify(module.href)});
      console.log(await loadConfig().then(({ sources }) => sources.auth, ({ name, message }) => name + message));`;
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ["--experimental-strip-types", "--no-warnings", "--input-type=module", "--eval", code],
      {
        cwd: folder,
        env: { HOME: "", USERPROFILE: "", HUAWEICLOUD_SDK_METADATA_DISABLED: "true" },
        encoding: "utf8",
      },
    );
    expect(stderr).toBe("");
    expect(stdout).not.toContain(` ${join(".huaweicloud", "credentials")}`);
  });
});
