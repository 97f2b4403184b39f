import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createImages } from "@workspace-images/mock";
import { type MockServer, startMockServer } from "@workspace-images/mock-server";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { BIN, start } from "./command.ts";
import { isUnix, onTerminal } from "./unix.ts";

let server: MockServer;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "workspace-images-"));
  server = await startMockServer({ images: createImages(1000) });
});
beforeEach(() => server.mock.reset());
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const NAMESPACE = ["--map-root-user", "--fork", "--pid"];
/** Whether this machine can start a process as process 1, as containers do. */
const hasNamespaces = spawnSync("unshare", [...NAMESPACE, "true"]).status === 0;

const env = { HW_AUTH_TOKEN: "any" };
const args = (...more: string[]) => ["list", "--endpoint", server.url, "--project-id", "p", ...more];

/** Returns the line of a shell that lists images. */
const lineOf = (...more: string[]) =>
  [process.execPath, BIN, ...args(...more)].map((part) => `'${part}'`).join(" ");

/** Runs a line of bash in which `$LIST` is the command that lists images. */
async function bash(line: string, more: readonly string[]) {
  const PATH = process.env["PATH"];
  const shell = spawn("bash", ["-c", line.replaceAll("$LIST", lineOf(...more))], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { PATH, ...env },
  });
  let stdout = "";
  let stderr = "";
  shell.stdout.on("data", (data) => {
    stdout += data;
  });
  shell.stderr.on("data", (data) => {
    stderr += data;
  });
  const status = await new Promise((resolve) => shell.on("close", resolve));
  return { status, stdout, stderr };
}

test.runIf(isUnix)(
  "ends the listing quietly, with the status of SIGPIPE, if the pipe is closed early",
  async () => {
    // Long enough for head to end before the last page, on a busy machine, too.
    server.mock.inject({ delay: 1000, times: 10 });
    const { stdout, stderr, status } = await bash("set -o pipefail; $LIST | head -n 1", ["-o", "jsonl"]);
    expect({ status, stderr }).toEqual({ status: 141, stderr: "" });
    expect(JSON.parse(stdout)).toHaveProperty("id");
    expect(server.mock.requests.length).toBeLessThan(10);
  },
);

test.runIf(isUnix).each(["table", "json", "jsonl", "csv", "tsv", "ids"])(
  "%s fails if the disk is full before the end",
  async (format) => {
    // One block of output, as if the disk had no room for more.
    const line = `trap '' XFSZ; ulimit -f 1; $LIST > '${join(folder, format)}'`;
    const { status, stderr } = await bash(line, ["-o", format]);
    expect({ status, stderr }).toEqual({ status: 1, stderr: "error: Cannot write the output (EFBIG)\n" });
  },
);

test.runIf(isUnix)("a closed standard error does not stop the data", async () => {
  const { status, stdout } = await bash("$LIST 2>&-", ["-o", "ids", "--debug"]);
  expect(status).toBe(0);
  expect(stdout.trim().split("\n")).toHaveLength(1000);
});

test.each(["jsonl", "ids", "csv", "tsv"])("%s is written page by page", async (format) => {
  server.mock.inject({ delay: Number.POSITIVE_INFINITY, match: { query: { offset: "200" } } });
  await using command = start(args("--output", format), env);
  const rows = format.endsWith("sv") ? 201 : 200;
  await expect.poll(() => command.output.stdout.trim().split("\n").length).toBe(rows);
  expect(command.process.exitCode).toBe(null);
});

test.each(["json", "table"])("%s leaves nothing behind when a later page fails", async (format) => {
  server.mock.inject({ status: 404, match: { query: { offset: "300" } } });
  const command = start(args("--output", format), env);
  expect(await command.ended).toBe(1);
  expect(command.output.stdout).toBe("");
});

describe.runIf(isUnix)("an interrupted listing", () => {
  test("ends with status 130 and says how much was written", async () => {
    server.mock.inject({ delay: Number.POSITIVE_INFINITY, match: { query: { offset: "300" } } });
    await using command = start(args("--output", "jsonl"), env);
    await expect.poll(() => command.output.stdout.trim().split("\n").length).toBe(300);
    command.process.kill("SIGINT");
    expect(await command.ended).toBe(130);
    expect(command.output.stderr).toBe("Interrupted after 3 pages and 300 images.\n");
    for (const line of command.output.stdout.trim().split("\n")) JSON.parse(line);
  });

  test.runIf(hasNamespaces).each([
    ["list", "SIGTERM", 143],
    ["list", "SIGINT", 130],
    ["doctor", "SIGTERM", 143],
    ["doctor", "SIGINT", 130],
  ] as const)("%s ends on %s as process 1 of a container, too", async (name, signal, status) => {
    server.mock.inject({ delay: Number.POSITIVE_INFINITY, times: 9 });
    const given = [process.execPath, BIN, name, ...args().slice(1)];
    const outer = spawn("unshare", [...NAMESPACE, ...given], {
      stdio: "ignore",
      env: { ...process.env, ...env },
    });
    const ended = once(outer, "close");
    await expect.poll(() => server.mock.requests.length).toBe(1);
    const children = await readFile(`/proc/${outer.pid}/task/${outer.pid}/children`, "utf8");
    process.kill(Number(children), signal);
    expect((await ended)[0]).toBe(status);
  });

  test("ends although nobody reads its output, and says so", async () => {
    // A page is more than a pipe and both of its ends take.
    server.mock.images = createImages(1000).map((image) => ({ ...image, name: "n".repeat(5000) }));
    const given = [BIN, ...args("--output", "jsonl")];
    const child = spawn(process.execPath, given, { stdio: ["ignore", "pipe", "pipe"], env: { ...env } });
    const ended = once(child, "exit");
    const messages = child.stderr.toArray();
    await once(child.stdout, "readable"); // From now on, nothing is read.
    child.kill("SIGTERM");
    expect((await ended)[0]).toBe(143);
    child.stdout.destroy();
    expect(`${await messages}`).toBe("Interrupted after 1 page and 100 images.\n");
  });

  test("doctor ends with status 130", async () => {
    server.mock.inject({ delay: Number.POSITIVE_INFINITY });
    await using command = start(["doctor", "--endpoint", server.url, "--project-id", "p"], env);
    await command.until(/proxy/);
    await expect.poll(() => server.mock.requests.length).toBe(1);
    command.process.kill("SIGINT");
    expect(await command.ended).toBe(130);
    expect(command.output.stderr).toBe("Interrupted.\n");
  });
});

describe.runIf(isUnix)("the progress line", () => {
  test("appears on a terminal and is removed at the end", async () => {
    server.mock.inject({ delay: 200, times: 10 });
    // The data goes to a file.
    const shown = await onTerminal(`${lineOf("-o", "jsonl")} > /dev/null`, { ...env, TERM: "xterm" });
    const lines = shown.split("\r\u001b[K");
    expect(lines.at(-1)).toBe("");
    expect(lines.at(-2)).toMatch(/^Listing: \d+ pages, \d+00 images$/);
  });

  test("does not appear in a file", async () => {
    server.mock.inject({ delay: 200, times: 10 });
    const command = start(args("-o", "jsonl"), env);
    expect(await command.ended).toBe(0);
    expect(command.output.stderr).toBe("");
  });
});
