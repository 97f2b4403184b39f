import { stripVTControlCharacters } from "node:util";
import { type MockServer, startMockServer } from "@workspace-images/mock-server";
import stringWidth from "string-width";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
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

/** Names of the properties that a table shows, from its header. */
const header = (lines: readonly string[]) => lines[0]?.split(/ +/);

/** Joins what a column shows of each image; continuation lines have no ID. */
function columnOf(lines: readonly string[], name: string): string[] {
  const [head = "", ...body] = lines;
  const start = stringWidth(head.slice(0, head.indexOf(name)));
  const texts: string[] = [];
  for (const line of body) {
    let cells = 0;
    const text = [...line].filter((character) => {
      cells += stringWidth(character);
      return cells > start;
    });
    if (/^\S/.test(line)) texts.push("");
    texts[texts.length - 1] += text.join("");
  }
  return texts;
}

const LONG = [
  "WKS_WIN11_64_Finance_Department_Kuala_Lumpur_2026_07_15_v1.2",
  "WKS_WIN11_64_Finance_Department_Kuala_Lumpur_2026_07_15_v1.3",
  "WKS_WIN11_64_Finance_Department_Johor_Bahru__2026_07_15_v1.3",
];
const CHINESE = [
  "华北办公桌面镜像研发中心专用版二〇二六年七月十五日第一次发布正式稳定版本",
  "华北办公桌面镜像研发中心专用版二〇二六年七月十五日第二次发布正式稳定版本",
];
const DETAILS = {
  os_version: "Windows 11 Enterprise 64bit",
  image_type: "gold",
  architecture: "x86",
  min_disk: 80,
};

describe.each(["80", "100", "120", "160"])("in %s columns", (COLUMNS) => {
  test.each([
    ["sample", undefined],
    ["60-character", LONG],
    ["Chinese", CHINESE],
  ])("%s names and their IDs are complete", async (_, names) => {
    if (names)
      server.mock.images = names.map((name, index) => ({
        id: ID.replace(/.$/, `${index}`),
        name,
        ...DETAILS,
      }));
    const { lines } = await table({ COLUMNS });
    expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(Number(COLUMNS));
    const shown = lines.slice(1).flatMap((line) => /^\S+/.exec(line) ?? []);
    expect(shown.sort()).toEqual(server.mock.images.map(({ id }) => id).sort());
    const columns = columnOf(lines, "name");
    for (const { name = "" } of server.mock.images)
      expect(columns.filter((text) => text === name || text.startsWith(`${name} `))).toHaveLength(1);
  });
});

test("drops the other columns, not a part of the name, and names them on standard error", async () => {
  server.mock.images = LONG.map((name, index) => ({ id: ID.replace(/.$/, `${index}`), name, ...DETAILS }));
  for (const [COLUMNS, expected] of [
    ["99", ["id", "name"]],
    ["107", ["id", "name", "os_type"]],
    ["137", ["id", "name", "os_version", "min_disk"]],
    ["180", ["id", "name", "os_version", "image_type", "architecture", "min_disk", "os_type"]],
  ] as const)
    expect(header((await table({ COLUMNS })).lines)).toEqual(expected);
  const { stderr } = await table({ COLUMNS: "99" });
  expect(stderr.replace(/\s+/g, " ")).toMatch(
    /^Hidden because the terminal is too narrow: os_version, image_type, architecture, min_disk, os_type\. .*--columns/,
  );
  expect((await table({ COLUMNS: "180" })).stderr).toBe("3 images.\n");
});

test("columns chosen with --columns continue on the next line; none is hidden, and an ID is in one piece", async () => {
  const { lines } = await table({ COLUMNS: "70" }, "--columns", "os_version,id,name,created_at");
  expect(header(lines)).toEqual(["os_version", "id", "name", "created_at"]);
  expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(70);
  for (const { id, name } of server.mock.images) {
    expect(lines.join("\n")).toContain(`  ${id}  `);
    expect(lines.some((line) => line.includes(`${name?.slice(0, 8)}`))).toBe(true);
  }
});

test("every column is shown without a terminal", async () => {
  const { stdout } = await table({});
  for (const { name, os_version } of server.mock.images) {
    expect(stdout).toContain(name);
    expect(stdout).toContain(os_version);
  }
});

test("wide characters keep the columns aligned", async () => {
  server.mock.images = [
    { id: ID, name: "办公桌面镜像办公桌面镜像办公桌面镜像", os_version: "Windows 10" },
    { id: ID.replace("d", "e"), name: "日本語デスクトップ", os_version: "Windows 11" },
    { id: ID.replace("d", "f"), name: "plain", os_version: "Windows 11" },
  ];
  for (const COLUMNS of ["90", "160"]) {
    const { lines } = await table({ COLUMNS });
    const starts = lines.map((line) =>
      stringWidth(line.slice(0, line.search(/os_version|Windows|image_type|-$/))),
    );
    expect(new Set(starts).size).toBe(1);
  }
});

test.each(["id", "name"])("a huge %s does not make the table too large to write", async (property) => {
  const huge = "x".repeat(1_000_000);
  const [image] = server.mock.images;
  server.mock.images = Array.from({ length: 600 }, (_, index) => ({ ...image, id: `${index}`, name: "n" }));
  server.mock.images = server.mock.images.with(0, { ...server.mock.images[0], id: "0", [property]: huge });
  const { stdout, stderr } = await table({});
  expect(stderr).toMatch(/^600 images\.$/m);
  expect(stdout.match(/x/g)?.length).toBeGreaterThanOrEqual(huge.length);
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
