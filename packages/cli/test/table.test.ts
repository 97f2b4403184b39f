import { stripVTControlCharacters } from "node:util";
import { type MockServer, startMockServer } from "@workspace-images/mock-server";
import stringWidth from "string-width";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { BIN, type Env, run } from "./command.ts";
import { isUnix, onTerminal } from "./unix.ts";

let server: MockServer;
beforeAll(async () => {
  server = await startMockServer();
});
beforeEach(() => server.mock.reset());
afterAll(() => server.close());

async function table(env: Env, ...args: string[]) {
  const given = ["list", "--endpoint", server.url, "--project-id", "p", ...args];
  const { stdout, stderr } = await run(given, { HW_AUTH_TOKEN: "any", ...env });
  return { lines: stdout.trimEnd().split("\n"), stdout, stderr };
}

const ID = "d6b368bc-a24d-4fb5-a8fb-727356a53f33";

test.each(["60", "80", "100", "160"])(
  "a table fits %s columns and never truncates an ID",
  async (COLUMNS) => {
    const { lines } = await table({ COLUMNS });
    expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(Number(COLUMNS));
    expect(lines).toHaveLength(server.mock.images.length + 1);
    for (const { id } of server.mock.images)
      expect(lines.some((line) => line.startsWith(`${id}  `))).toBe(true);
  },
);

test("names the columns that do not fit on standard error", async () => {
  const narrow = await table({ COLUMNS: "60" });
  expect(narrow.lines[0]?.split(/ +/)).toEqual(["id", "name"]);
  expect(narrow.stderr).toMatch(
    /^Hidden because the terminal is too narrow: os_version, .*os_type\. .*--columns/,
  );
  const wide = await table({ COLUMNS: "160" });
  expect(wide.lines[0]?.split(/ +/)).toContain("os_type");
  expect(wide.stderr).toBe(`${server.mock.images.length} images.\n`);
});

test("columns chosen with --columns are truncated, not hidden", async () => {
  const { lines } = await table({ COLUMNS: "70" }, "--columns", "id,name,os_version,created_at");
  expect(lines[0]?.split(/ +/)).toHaveLength(4);
  expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(70);
});

test("nothing is truncated without a terminal", async () => {
  const { stdout } = await table({});
  for (const { name, os_version } of server.mock.images) {
    expect(stdout).toContain(name);
    expect(stdout).toContain(os_version);
  }
});

test("wide characters keep the columns aligned, also when truncated", async () => {
  server.mock.images = [
    { id: ID, name: "办公桌面镜像办公桌面镜像办公桌面镜像", os_version: "Windows 10" },
    { id: ID.replace("d", "e"), name: "日本語デスクトップ", os_version: "Windows 11" },
    { id: ID.replace("d", "f"), name: "plain", os_version: "Windows 11" },
  ];
  for (const COLUMNS of ["85", "160"]) {
    const { lines } = await table({ COLUMNS });
    const starts = lines.map((line) => stringWidth(line.slice(0, line.search(/os_version|Windows/))));
    expect(new Set(starts).size).toBe(1);
  }
  expect((await table({ COLUMNS: "85" })).stdout).toContain("…");
});

test("numbers are aligned right, and a missing value is a dash", async () => {
  server.mock.images = [
    { id: "1", min_disk: 40 },
    { id: "2", min_disk: 1024 },
  ];
  const { lines } = await table({}, "--columns", "id,min_disk,architecture");
  expect(lines).toEqual(["id  min_disk  architecture", "1         40  -", "2       1024  -"]);
});

test("a name cannot control the terminal", async () => {
  server.mock.images = [{ id: "1", name: "a\u001b[2J\u001b]0;title\u0007b\nc\u202ed" }];
  const { stdout } = await table({ FORCE_COLOR: "0" });
  expect(stdout).toContain("a\ufffd[2J\ufffd]0;title\ufffdb\ufffdc\ufffdd");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the test looks for them
  expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
});

test.each(["json", "jsonl"])("%s escapes control characters and keeps its meaning", async (format) => {
  const name = "a\u009b31mb\u007f\u202ec\u2028\n";
  server.mock.images = [{ id: "1", name }];
  const { stdout } = await table({}, "--output", format);
  expect([JSON.parse(stdout)].flat()).toMatchObject([{ id: "1", name }]);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the test looks for them
  expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u202e]/);
});

test("a response shown by --debug cannot control the terminal", async () => {
  server.mock.inject({ status: 400, body: { error_code: "WKS.1", error_msg: "a\u001b[2Jb\nc" } });
  const { stderr } = await table({}, "--debug");
  expect(stderr).toContain("ApiError: 400 WKS.1: a\ufffd[2Jb\ufffdc");
  expect(stderr).not.toContain("\u001b");
});

test.runIf(isUnix)("messages are not wrapped if the width of the terminal is unknown", async () => {
  const command = `stty cols 0; '${process.execPath}' '${BIN}' list --mock --output ids`;
  const shown = await onTerminal(command, { TERM: "dumb" });
  expect(shown).toContain("Invented sample data from the embedded mock, not from Huawei Cloud.");
});

test("colours need a terminal or FORCE_COLOR; NO_COLOR and --no-color take precedence", async () => {
  const isColoured = ({ stdout }: { readonly stdout: string }) => stripVTControlCharacters(stdout) !== stdout;
  expect(isColoured(await table({}))).toBe(false);
  expect(isColoured(await table({ FORCE_COLOR: "1" }))).toBe(true);
  expect(isColoured(await table({ FORCE_COLOR: "1", NO_COLOR: "1" }))).toBe(false);
  expect(isColoured(await table({ FORCE_COLOR: "1" }, "--no-color"))).toBe(false);
  const help = await run(["list", "--help", "--no-color"], { FORCE_COLOR: "1" });
  expect(isColoured(help)).toBe(false);
  expect((await table({ FORCE_COLOR: "1", NO_COLOR: "1" })).stderr).not.toContain("Warning");
});

test.runIf(isUnix)("NO_COLOR, --no-color and a dumb terminal turn colours off", async () => {
  const show = (more: string, variables: Env) =>
    onTerminal(`'${process.execPath}' '${BIN}' regions ${more}`, { TERM: "xterm", ...variables });
  expect(await show("", {})).toContain("\u001b[1mregion");
  expect(await show("", { NO_COLOR: "1" })).not.toContain("\u001b[");
  expect(await show("--no-color", {})).not.toContain("\u001b[");
  expect(await show("", { TERM: "dumb" })).not.toContain("\u001b[");
});
