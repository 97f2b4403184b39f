import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { type MockServer, startMockServer } from "@workspace-images/mock-server";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { BIN, run, start } from "./command.ts";
import { isUnix } from "./unix.ts";

let server: MockServer;
let folder: string;
let file: string;
let reports = 0;
beforeAll(async () => {
  server = await startMockServer({ token: "valid-token", projectId: "p" });
  folder = await mkdtemp(join(tmpdir(), "workspace-images-"));
});
beforeEach(() => {
  server.mock.reset();
  file = join(folder, `report-${++reports}.json`);
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const argsOf = (...args: string[]) => ["list", "--endpoint", server.url, "--project-id", "p", ...args];
const list = (...args: string[]) => run(argsOf("--report", file, ...args), { HW_AUTH_TOKEN: "valid-token" });
const readReport = async () => JSON.parse(await readFile(file, "utf8"));

test("writes what is known of a failure as JSON", async () => {
  server.mock.inject({ status: 503, times: 3 });
  const { status, stderr } = await list();
  expect(status).toBe(1);
  expect(stderr).toContain(`  Report: ${file}\n`);
  const report = await readReport();
  expect(report).toMatchObject({
    ...{ name: "ApiError", status: 503, errorCode: "WKS.00050902", exitStatus: 1 },
    read: { pages: 0, images: 0 },
    request: { method: "GET", url: `${server.url}/v2/p/images?limit=100&offset=0` },
    versions: { node: process.version },
  });
  expect(report.attempts).toHaveLength(3);
});

test("text of the service in the report cannot control a terminal", async () => {
  const error_msg = "a\u009b2J\u202eb";
  server.mock.inject({ status: 400, body: { error_code: "WKS.1", error_msg } });
  await list();
  expect(await readFile(file, "utf8")).not.toMatch(/[\u009b\u202e]/);
  expect(await readReport()).toMatchObject({ errorMessage: error_msg });
});

test("that cannot be created does not hide the failure", async () => {
  file = join(folder, "none", "report.json");
  server.mock.inject({ status: 404 });
  const { status, stderr } = await list();
  expect(status).toBe(1);
  expect(stderr).toMatch(
    /404 .*\n.*\n {2}No report was written, because .* cannot be written \(ENOENT\)\.\n$/,
  );
});

test.runIf(isUnix)("leaves no empty report behind if the disk is full", async () => {
  server.mock.inject({ status: 404 });
  // No block for files, as if the disk had no room.
  const line = `trap '' XFSZ; ulimit -f 0; exec "$0" "$@" 2>&1 | cat`;
  const args = ["-c", line, process.execPath, BIN, ...argsOf("--report", file)];
  const { stdout } = await promisify(execFile)("bash", args, { env: { HW_AUTH_TOKEN: "valid-token" } });
  expect(stdout).toContain("No report was written, because");
  expect(stdout).toContain("(EFBIG)");
  await expect(readFile(file)).rejects.toThrow("ENOENT");
});

test("has what doctor found, also if a page was read", async () => {
  await using slow = await startMockServer({ now: () => Date.now() - 3_600_000 });
  const args = ["doctor", "--endpoint", slow.url, "--project-id", "p", "--report", file];
  const { status, stderr } = await run(args, { HW_AUTH_TOKEN: "valid-token" });
  expect({ status, stderr }).toEqual({ status: 1, stderr: `Report: ${file}\n` });
  const message = expect.stringMatching(/^clock: \d+ seconds ahead of the service$/);
  expect(await readReport()).toMatchObject({ message, exitStatus: 1 });
});

test("writes nothing if the command succeeds", async () => {
  expect((await list()).status).toBe(0);
  await expect(readFile(file)).rejects.toThrow("ENOENT");
});

test.runIf(isUnix)("only the user can read the report", async () => {
  server.mock.inject({ status: 404 });
  await list();
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

test("never replaces a file, and says what to do", async () => {
  await writeFile(file, "precious");
  server.mock.inject({ status: 404 });
  const { status, stderr } = await list();
  expect(status).toBe(1);
  expect(stderr).toContain(
    `  No report was written, because ${file} exists. Give --report the name of a new file.\n`,
  );
  expect(await readFile(file, "utf8")).toBe("precious");
});

test.runIf(isUnix).each(["precious", undefined])(
  "never follows a link, whose target is %j",
  async (content) => {
    const target = join(folder, `target-${content}`);
    if (content) await writeFile(target, content);
    await symlink(target, file);
    server.mock.inject({ status: 404 });
    expect((await list()).stderr).toContain("No report was written");
    expect(await readFile(target, "utf8").catch(() => undefined)).toBe(content);
  },
);

describe("of a command that does not finish", () => {
  const argsOfPages = () => ["--limit", "8", "--output", "jsonl", "--report", file];

  /** Lets the first page arrive, the second fail once, and then nothing happen. */
  function stall() {
    const match = { query: { offset: "8" } };
    server.mock.inject({ status: 503, times: 1, match });
    server.mock.inject({ delay: Number.POSITIVE_INFINITY, match });
  }
  const read = { pages: 1, images: 8 };

  test.runIf(isUnix).each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("because of %s has what was read and the last failure", async (signal, exitStatus) => {
    stall();
    await using command = start(argsOf(...argsOfPages()), { HW_AUTH_TOKEN: "valid-token" });
    await expect.poll(() => server.mock.requests.length).toBe(3);
    command.process.kill(signal);
    expect(await command.ended).toBe(exitStatus);
    expect(command.output.stderr).toMatch(
      /^Interrupted after 1 page and 8 images\.\n {2}Last failure: ApiError: 503 .*\n {2}Report: .*\n$/,
    );
    const report = await readReport();
    expect(report).toMatchObject({ name: "Interruption", message: "Interrupted", exitStatus, read });
    expect(report.attempts).toMatchObject([{ status: 503 }, { error: "Aborted by the caller" }]);
  });

  test("within --deadline has the same, and says which option allows more time", async () => {
    stall();
    const { status, stdout, stderr } = await list("--limit", "8", "-o", "jsonl", "--deadline", "4");
    expect(status).toBe(1);
    expect(stdout.trim().split("\n")).toHaveLength(8);
    expect(stderr).toMatch(
      /^error: The deadline of 4 seconds passed after 1 page and 8 images\.\n {2}Last failure: ApiError: 503 .*\n {2}Allow more time with --deadline <seconds>\.\n {2}Report: .*\n$/,
    );
    expect(await readReport()).toMatchObject({ name: "Interruption", exitStatus: 1, read });
  });

  test("doctor ends at --deadline, too", async () => {
    server.mock.inject({ delay: Number.POSITIVE_INFINITY, times: 9 });
    const args = [
      "doctor",
      "--endpoint",
      server.url,
      "--project-id",
      "p",
      "--deadline",
      "2",
      "--report",
      file,
    ];
    const { status, stderr } = await run(args, { HW_AUTH_TOKEN: "valid-token" });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^error: The deadline of 2 seconds passed\.\n/);
    expect(await readReport()).toMatchObject({ name: "Interruption", exitStatus: 1 });
  });
});
