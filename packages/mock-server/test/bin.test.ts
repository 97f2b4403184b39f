import { execFileSync } from "node:child_process";
import { mkdtemp, open, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startMockServer } from "@workspace-images/mock-server";
import { images } from "@workspace-images/spec";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startBin } from "./bin-process.ts";

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

const LISTENING = /^Listening on (http:\/\/127\.0\.0\.1:(\d+))$/m;

test("--help names every option and its default", async () => {
  const { status, stdout, stderr } = await run("--help");
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  for (const option of ["-p, --port", "--host", "--images", "--project-id", "--token", "--description"]) {
    expect(stdout).toContain(`${option} <`);
  }
  expect(stdout).toMatch(/--quiet .*-h, --help .*-v, --version /s);
  expect(await run("-h")).toMatchObject({ status: 0, stdout });
});

test("--version is that of the package", async () => {
  const { version } = JSON.parse(await readFile(new URL("../package.json", import.meta.url), "utf8"));
  expect(await run("--version")).toEqual({ status: 0, stdout: `${version}\n`, stderr: "" });
});

describe("a running server", () => {
  test("says where it listens, lists the images of a file, and logs each request without its credentials", async () => {
    const file = await save("images.json", JSON.stringify({ images: [{ id: "only", name: "mine" }] }));
    const options = ["--images", file, "--project-id", "p", "--token", "canary-token"];
    await using bin = startBin("--port", "0", ...options);
    const [, url] = await bin.until(LISTENING);
    const ask = (path: string, token: string) => fetch(url + path, { headers: { "X-Auth-Token": token } });
    const good = await ask("/v2/p/images?limit=5", "canary-token");
    expect(await good.json()).toEqual({ total_count: 1, images: [{ id: "only", name: "mine" }] });
    expect((await ask("/v2/p/images", "canary-wrong")).status).toBe(401);
    expect((await ask("/v2/q/images", "canary-token")).status).toBe(403);
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
    "ends on %s with status 0 and frees its port",
    async (signal) => {
      await using bin = startBin("-p", "0", "--quiet");
      const [, url = "", port] = await bin.until(LISTENING);
      // Fetch keeps the connection open, which must not hold the end up.
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

test.runIf(process.platform !== "win32").each(["SIGINT", "SIGTERM"] as const)(
  "%s during the start ends it with status 0",
  async (signal) => {
    const description = join(folder, signal);
    execFileSync("mkfifo", [description]);
    await using bin = startBin("-p", "0", "--description", description);
    await using pipe = await open(description, "w"); // As soon as the description is read.
    bin.process.kill(signal);
    await pipe.writeFile(JSON.stringify(images)).catch(() => {}); // Nobody may be left to read it.
    await pipe.close();
    expect(await bin.ended).toBe(0);
    expect(bin.output.stderr).toBe("");
  },
);

describe("a command that cannot be obeyed ends with status 2 and says why", () => {
  test.each([
    ["an unknown option", ["--prot", "1"], "There is no option --prot. Did you mean --port?"],
    ["a shortened option", ["--image", "a.json"], "There is no option --image. Did you mean --images?"],
    [
      "an option in another case",
      ["--projectId", "p"],
      "There is no option --projectId. Did you mean --project-id?",
    ],
    ["an option like no other", ["--verbose"], "There is no option --verbose."],
    ["a port that is no number", ["-p", "http"], '--port is "http", but has to be a number from 0 to 65535'],
    [
      "a port that does not exist",
      ["-p", "65536"],
      '--port is "65536", but has to be a number from 0 to 65535',
    ],
    ["a host from a variable that is not set", ["--host", ""], "--host is empty"],
    ["a token from a variable that is not set", ["--token="], "--token is empty"],
    ["an argument", ["images.json"], "Unexpected argument 'images.json'"],
    ["a missing value", ["--images"], "Option '--images <value>' argument missing"],
  ])("%s: %o", async (_what, args, message) => {
    expectRefusal(await run(...args), message);
  });

  test.each([
    ["does not exist", undefined, "cannot be read: ENOENT"],
    ["is no JSON", "{", "cannot be read: "],
    ["has no images", '{"image":[]}', 'has neither an array nor an object with "images"'],
    ["has nothing", "null", 'has neither an array nor an object with "images"'],
    ["has an image without an id", '[{"id":"a"},null]', "has an image without an id: number 1, from 0"],
    ["has an id twice", '[{"id":"a"},{"id":"a"}]', "images[1] needs an id of its own"],
  ])("a file of images that %s", async (what, content, message) => {
    const name = `${what.replaceAll(" ", "-")}.json`;
    const file = content === undefined ? join(folder, name) : await save(name, content);
    expectRefusal(await run("--port", "0", "--images", file), message);
  });

  test("a description that cannot be read", async () => {
    const file = await save("description.yaml", "openapi: [");
    expectRefusal(await run("--port", "0", "--description", file), `${file} cannot be served`);
  });

  test("a taken port", async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) => {
      other.listen(0, "127.0.0.1", () => resolve((other.address() as { port: number }).port));
    });
    const result = await run("--port", `${port}`);
    other.close();
    expectRefusal(result, `Port ${port} of 127.0.0.1 cannot be used: it is taken. Port 0 takes a free one`);
  });

  function expectRefusal(result: Awaited<ReturnType<typeof run>>, message: string): void {
    expect(result).toMatchObject({ status: 2, stdout: "" });
    expect(result.stderr).toContain(message);
    expect(result.stderr).toMatch(/\nTry --help\.\n$/);
    expect(result.stderr).not.toMatch(/^ +at /m); // no stack
  }
});
