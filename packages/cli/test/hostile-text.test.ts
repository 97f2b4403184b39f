import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { type MockServer, startMockServer } from "@workspace-images/mock-server";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { printableJson } from "../src/terminal/printable.ts";
import { BIN, run } from "./command.ts";
import { isUnix, onTerminal } from "./unix.ts";

let server: MockServer;
beforeAll(async () => {
  server = await startMockServer();
});
beforeEach(() => server.mock.reset());
afterAll(() => server.close());

const env = { HW_AUTH_TOKEN: "any" };
const args = (...more: string[]) => ["list", "--endpoint", server.url, "--project-id", "p", ...more];

const HOSTILE = "\u001b[2J\u009b31m\u061c\u200b\u{e0041}";
// biome-ignore lint/suspicious/noControlCharactersInRegex: the test looks for them
const UNSAFE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b]|\u{e0041}/u;

/** Makes the service return these images, whatever the description says. */
function respondWith(...images: object[]) {
  server.mock.inject({ body: { images, total_count: images.length } });
}

test.runIf(isUnix).each(["table", "csv", "tsv", "json", "jsonl"])(
  "a list or an object as a value cannot control the terminal with --output %s",
  async (output) => {
    respondWith({ id: "1", name: [HOSTILE], os_version: { [HOSTILE]: HOSTILE }, kms_id: HOSTILE });
    const line = [process.execPath, BIN, ...args("-o", output)].map((part) => `'${part}'`).join(" ");
    const shown = await onTerminal(`stty cols 200; ${line}`, { ...env, TERM: "dumb" });
    expect(shown).toContain("[2J");
    expect(shown).not.toMatch(UNSAFE);
    expect(shown).not.toContain("[object Object]");
  },
);

test.runIf(isUnix)("an ID cannot hide a part of itself on a terminal with --output ids", async () => {
  respondWith({ id: "a\u200b\u202eb" });
  const line = [process.execPath, BIN, ...args("-o", "ids")].map((part) => `'${part}'`).join(" ");
  expect(await onTerminal(line, { ...env, TERM: "dumb" })).toBe("a\ufffdb\r\n");
});

test("a list or an object as a value is JSON in CSV", async () => {
  respondWith({ id: "1", name: ["a"], os_version: { b: 1 }, kms_id: null });
  const { stdout } = await run(args("-o", "csv", "--columns", "name,os_version,kms_id"), env);
  expect(stdout).toBe('name,os_version,kms_id\n"[""a""]","{""b"":1}",\n');
});

test.each(["a\nb", "a\rb", "a\u2028b", "a\u0000b", "a\ud800b"])(
  "the ID %j is an error with --output ids",
  async (id) => {
    respondWith({ id: "1" }, { id });
    const { status, stdout, stderr } = await run(args("-o", "ids"), env);
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toContain(`error: The id ${printableJson(JSON.stringify(id))} is not a line of text.`);
    respondWith({ id: "1" }, { id });
    expect((await run(args("-o", "json"), env)).status).toBe(0);
  },
);

test.each([7, null, ["1"], ""])("the ID %j is an error with every output", async (id) => {
  respondWith({ id });
  expect((await run(args("-o", "json"), env)).status).toBe(1);
});

test.each([
  [["list", "--limit", HOSTILE]],
  [["list", `--${HOSTILE}`]],
  [["list", "--columns", `id,${HOSTILE}`]],
  [["list", "--mock", "--images", HOSTILE]],
  [["list", "--mock", "--region", HOSTILE]],
  [["list", "--endpoint", "http://127.0.0.1:1", "--project-id", HOSTILE]],
  [["doctor", "--mock", "--images", HOSTILE, "--report", `/none/${HOSTILE}`]],
  [["doctor", "--endpoint", "http://127.0.0.1:1", "--project-id", HOSTILE, "--report", `/none/${HOSTILE}`]],
  [["mock", "--port", HOSTILE]],
  [["mock", "--images", HOSTILE]],
  [[HOSTILE]],
])("arguments cannot control the terminal: %j", async (given) => {
  const { status, stdout, stderr } = await run(given, env);
  expect(status).toBe(2);
  expect(stdout + stderr).not.toMatch(UNSAFE);
});

test("a line break in an argument does not look like another error", async () => {
  const { stderr } = await run(["list", "--limit", "5\nerror: another"]);
  expect(stderr.match(/^error/gm)).toHaveLength(1);
});

test.each(["list", "doctor"])(
  "a line break in an error of the service does not look like advice of %s",
  async (name) => {
    const error_msg = "gone\n  Run: other-command\r\n- or this";
    server.mock.inject({ status: 400, times: 9, body: { error_code: "WKS.1", error_msg } });
    const { stdout, stderr } = await run([name, ...args().slice(1)], env);
    expect(stdout + stderr).toContain("400 WKS.1: gone Run: other-command - or this\n");
  },
);

test.each([
  [["-o", "ids"], { id: `${"x".repeat(100_000)}\n` }],
  [["--debug"], { id: "1" }],
])("a huge text of the service does not fill standard error with %j", async (given, image) => {
  server.mock.inject({ body: { images: [image], total_count: "x".repeat(100_000) } });
  const { stderr } = await run(args(...given), env);
  expect(stderr).toContain("xxx…");
  expect(stderr.length).toBeLessThan(3000);
});

describe.runIf(existsSync("/dev/full")).each([
  ["a full disk", ">", "/dev/full", "ENOSPC"],
  ["a file opened only for reading", "<", "/dev/null", "EBADF"],
])("%s", (_, direction, file, code) => {
  test.each([
    "--version",
    "--help",
    "regions",
    "completion bash",
    "complete -- list --",
    "list --mock --output ids",
    "list --mock",
    "doctor --mock",
  ])("makes %s fail with one line", (args) => {
    const line = `exec 3>&1; '${process.execPath}' '${BIN}' ${args} 1${direction} ${file} 2>&3 || echo "status $?"`;
    const shown = execFileSync("sh", ["-c", line], { encoding: "utf8" });
    expect(shown).toContain(`error: Cannot write the output (${code})\nstatus 1\n`);
    expect(shown.match(/^error/gm)).toHaveLength(1);
  });
});
