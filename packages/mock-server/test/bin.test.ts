import { execFileSync } from "node:child_process";
import { mkdtemp, open, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startMockServer } from "@workspace-images/mock-server";
import { images } from "@workspace-images/spec";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BinProcess, startBin } from "./bin-process.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mock-server-bin-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function save(name: string, content: string): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, content);
  return file;
}

/** Runs the command to its end. */
async function run(...args: string[]) {
  const bin = startBin(...args);
  return { status: await bin.ended, ...bin.output };
}

const NO_ARRAY =
  '--images FILE must contain an array, an object with an array "images", or one image a line.\n';
const LISTENING = /^Listening on (http:\/\/127\.0\.0\.1:(\d+))$/m;

test("--help names every option and its default", async () => {
  const { status, stdout, stderr } = await run("--help");
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  for (const option of ["-p, --port", "--host", "--images", "--project-id", "--region", "--token"]) {
    expect(stdout).toContain(`${option} <`);
  }
  for (const option of ["--access-key", "--user", "--config", "--description"]) {
    expect(stdout).toContain(`${option} <`);
  }
  expect(stdout).toMatch(/--quiet .*-h, --help .*-v, --version /s);
  expect(await run("-h")).toMatchObject({ status: 0, stdout });
});

test("--version shows the version of the package", async () => {
  const { version } = JSON.parse(await readFile(new URL("../package.json", import.meta.url), "utf8"));
  expect(await run("--version")).toEqual({ status: 0, stdout: `${version}\n`, stderr: "" });
});

describe("a running server", () => {
  test("prints its URL, lists the images of a file, and logs each request without its credentials", async () => {
    const file = await save("images.json", JSON.stringify({ images: [{ id: "only", name: "mine" }] }));
    const options = ["--images", file, "--project-id", "p", "--token", "canary-token"];
    await using bin = startBin("--port", "0", ...options);
    const [, url] = await bin.until(LISTENING);
    const send = (path: string, token: string) => fetch(url + path, { headers: { "X-Auth-Token": token } });
    const listed = await send("/v2/p/images?limit=5", "canary-token");
    expect(await listed.json()).toEqual({ total_count: 1, images: [{ id: "only", name: "mine" }] });
    expect((await send("/v2/p/images", "canary-wrong")).status).toBe(401);
    expect((await send("/v2/q/images", "canary-token")).status).toBe(403);
    await bin.until(/ 403 /);
    expect(bin.output.stdout.trim().split("\n").slice(1)).toEqual([
      expect.stringMatching(/^GET \/v2\/p\/images\?limit=5 200 \d+\.\d ms token \*\*\*$/),
      expect.stringMatching(/^GET \/v2\/p\/images 401 \d+\.\d ms token \*\*\*$/),
      expect.stringMatching(/^GET \/v2\/q\/images 403 \d+\.\d ms token \*\*\*$/),
    ]);
    expect(bin.output.stderr).toBe("");
    expect(JSON.stringify(bin.output)).not.toContain("canary");
  });

  test.runIf(process.platform !== "win32").each(["SIGINT", "SIGTERM"] as const)(
    "exits on %s with status 0 and frees its port",
    async (signal) => {
      await using bin = startBin("-p", "0", "--quiet");
      const [, url = "", port] = await bin.until(LISTENING);
      // Fetch keeps the connection open, which must not delay the exit.
      const response = await fetch(`${url}/v2/p/images`, { headers: { "X-Auth-Token": "not-real" } });
      expect(response.status).toBe(200);
      await response.text();
      bin.process.kill(signal);
      expect(await bin.ended).toBe(0);
      expect(bin.output).toEqual({ stdout: `Listening on ${url}\n`, stderr: "" });
      await using again = await startMockServer({ port: Number(port) });
      expect(again.url).toBe(url);
    },
  );
});

describe("with --stop-with-stdin, a running server exits with status 0", () => {
  test.runIf(process.platform !== "win32").each([
    ["when standard input ends", (bin: BinProcess) => bin.process.stdin.end("ignored\n")],
    ["on SIGTERM, while standard input is open", (bin: BinProcess) => bin.process.kill("SIGTERM")],
  ])("%s", async (_when, end) => {
    await using bin = startBin("-p", "0", "--stop-with-stdin");
    await bin.until(LISTENING);
    end(bin);
    expect(await bin.ended).toBe(0);
  });
});

test("without it, a server outlives its standard input", async () => {
  await using bin = startBin("-p", "0", "--quiet");
  bin.process.stdin.end();
  const [, url = ""] = await bin.until(LISTENING);
  expect((await fetch(`${url}/_mock/health`)).status).toBe(200);
});

test.runIf(process.platform !== "win32").each(["SIGINT", "SIGTERM"] as const)(
  "exits on %s during the start with status 0",
  async (signal) => {
    const description = join(folder, signal);
    execFileSync("mkfifo", [description]);
    await using bin = startBin("-p", "0", "--description", description);
    await using pipe = await open(description, "w"); // Waits until the description is being read.
    bin.process.kill(signal);
    await pipe.writeFile(JSON.stringify(images)).catch(() => {}); // The reader may have gone.
    await pipe.close();
    expect(await bin.ended).toBe(0);
    expect(bin.output.stderr).toBe("");
  },
);

describe("exits with status 2 and explains", () => {
  test.each([
    ["an unknown option", ["--prot", "1"], "Unknown option '--prot'\nTry --help.\n"],
    [
      "a port that is not a number",
      ["-p", "http"],
      "--port http is not a number. Use 0 to 65535; 0 picks a free port.\n",
    ],
    [
      "a port out of range",
      ["-p", "65536"],
      "--port 65536 is out of range. Use 0 to 65535; 0 picks a free port.\n",
    ],
    ["an empty host", ["--host", ""], "--host is empty. Give it a value, or omit it.\n"],
    ["an empty token", ["--token="], "--token is empty. Give it a value, or omit it.\n"],
    [
      "an argument",
      ["images.json"],
      "Unexpected argument 'images.json'. This command does not take positional arguments\nTry --help.\n",
    ],
    ["control characters", ["--port", "1\u001b[2J"], "--port 1\ufffd[2J is not a number. "],
    ["a missing value", ["--images"], "Option '--images <value>' argument missing\nTry --help.\n"],
  ])("%s: %o", async (_what, args, message) => {
    expectError(await run(...args), message);
  });

  test.each([
    ["does not exist", undefined, "Cannot read --images FILE: no such file or directory\n"],
    ["is not JSON", "{", "Cannot read --images FILE: "],
    ["has no images", '{"image":[]}', NO_ARRAY],
    ["is null", "null", NO_ARRAY],
    ["has an image without an id", '[{"id":"a"},null]', "images[1] must have a unique id"],
    ["has a duplicate id", '[{"id":"a"},{"id":"a"}]', "images[1] must have a unique id"],
  ])("a file of images that %s", async (what, content, message) => {
    const name = `${what.replaceAll(" ", "-")}.json`;
    const file = content === undefined ? join(folder, name) : await save(name, content);
    expectError(await run("--port", "0", "--images", file), message.replace("FILE", file));
  });

  test("a description that cannot be read", async () => {
    const file = await save("description.yaml", "openapi: [");
    expectError(await run("--port", "0", "--description", file), `Cannot use the description ${file}. `);
  });

  test("a port in use", async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) => {
      other.listen(0, "127.0.0.1", () => resolve((other.address() as { port: number }).port));
    });
    const result = await run("--port", `${port}`);
    other.close();
    expectError(result, `Port ${port} is already in use. Try --port 0 for a free one.\n`);
  });

  function expectError(result: Awaited<ReturnType<typeof run>>, message: string): void {
    expect(result).toMatchObject({ status: 2, stdout: "" });
    expect(result.stderr.slice(0, message.length + 7)).toBe(`error: ${message}`);
    expect(result.stderr).not.toMatch(/^ +at /m); // no stack
  }
});
