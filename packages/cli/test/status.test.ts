import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type MockServer, startMockServer } from "@workspace-images/mock-server";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { run } from "./command.ts";

let server: MockServer;
beforeAll(async () => {
  server = await startMockServer({ token: "valid-token", projectId: "p" });
});
beforeEach(() => server.mock.reset());
afterAll(() => server.close());

function list(token: string, ...args: string[]) {
  const given = ["list", "--endpoint", server.url, "--project-id", "p", ...args];
  return run(given, { HW_AUTH_TOKEN: token });
}

/** Expects an error of two or three lines, without a stack. */
function expectError(stderr: string) {
  const lines = stderr.trimEnd().split("\n");
  expect(lines[0]).toMatch(/^error: \S/);
  expect(lines.length).toBeGreaterThanOrEqual(2);
  expect(lines.length).toBeLessThanOrEqual(3);
  expect(stderr).not.toMatch(/^\s+at /m);
}

describe("status 1, the service or the network failed", () => {
  test.each([
    ["500", { status: 500, times: 3 }, /500 WKS\.00211401.*\n {2}Try again later\. .*request ID \w+/],
    ["429", { status: 429, retryAfter: 0, times: 3 }, /429 APIGW\.0308.*\n {2}Try again/],
    ["404", { status: 404 }, /404 .*\n {2}Check --endpoint, --region and --project-id/],
    ["html", { html: true } as const, /not JSON|html|JSON/i],
    ["redirect", { redirect: "https://other.test/" }, /redirect.*\n {2}Check --endpoint/],
    [
      "a truncated body",
      { truncate: true, times: 3 } as const,
      /No complete response.*\n {2}Check the network/,
    ],
    [
      "a disabled service",
      { status: 403, body: { error_code: "WKS.00010099", error_msg: "off" } },
      /Activate Workspace in this project/,
    ],
  ])("%s", async (_, fault, expected) => {
    server.mock.inject(fault);
    const { status, stdout, stderr } = await list("valid-token", "-o", "json");
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toMatch(expected);
    expectError(stderr);
  });

  test("a port where nothing listens", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as AddressInfo;
    await new Promise((resolve) => other.close(resolve));
    const args = ["list", "--endpoint", `http://127.0.0.1:${port}`, "--project-id", "p"];
    const { status, stderr } = await run(args, { HW_AUTH_TOKEN: "any" });
    expect(status).toBe(1);
    expect(stderr).toMatch(/ECONNREFUSED.*\n {2}Check the network.*workspace-images doctor/);
  });

  test("a response that exceeds --timeout", async () => {
    server.mock.inject({ delay: 60_000, times: 3 });
    const { status, stderr } = await list("valid-token", "--timeout", "0.2");
    expect(status).toBe(1);
    expect(stderr).toMatch(/No complete response within 200 ms\n {2}.*--timeout/);
  });

  test("a response within --timeout is no failure", async () => {
    server.mock.inject({ delay: 300 });
    expect((await list("valid-token", "--timeout", "20")).status).toBe(0);
  });
});

describe("status 2, usage error", () => {
  test.each([
    [["lst"], "Did you mean list?"],
    [["docter"], "Did you mean doctor?"],
    [["list", "--os-typ", "x"], "Did you mean --os-type?"],
    [["mock", "--prot", "1"], "Did you mean --port?"],
    [["list", "--output", "xml"], "Allowed choices are table, json, jsonl, csv, tsv, ids"],
    [["list", "--image-type", "golden"], "Allowed choices are gold, private"],
    [["list", "--sort-field", "size"], "Allowed choices are name, created_at"],
    [["list", "--sort-type", "up"], "Allowed choices are asc, desc"],
    [["list", "--columns", "id,nam"], 'There is no column "nam". Columns: id, '],
    [["list", "--limit", "ten"], "It must be an integer from 1 to 100"],
    [["list", "--limit", "0"], "It must be an integer from 1 to 100"],
    [["list", "--limit", "101"], "from 1 to 100"],
    [["list", "--offset", "5001"], "from 0 to 5000"],
    [["list", "--max", "0"], "It must be an integer of at least 1"],
    [["list", "--concurrency", "0"], "It must be an integer of at least 1"],
    [["list", "--timeout", "0"], "It must be a number of seconds"],
    [["list", "--architecture", "x".repeat(11)], "--architecture is "],
    [["list", "--project-id", "a/b"], '--project-id is "a/b", but must be'],
    [["list", "--mock", "--endpoint", "https://workspace.example"], "cannot be used with option"],
    [["list", "--images", "images.json"], "--images needs --mock"],
    [["list", "--output", "json", "--bom"], "--bom needs --output csv"],
    [["list", "--deadline", "0"], "It must be a number of seconds"],
    [["list", "--sort", "name"], "Did you mean --sort-field or --sort-type?"],
    [["list", "--out", "json"], "Did you mean --output?"],
    [["list", "surplus"], "too many arguments"],
    [["completion", "tcsh"], "Allowed choices are bash, zsh, fish"],
  ])("%j", async (args, expected) => {
    const isListing = args[0] === "list" && !args.includes("--mock");
    const endpoint = isListing ? ["--endpoint", server.url] : [];
    const project = isListing && !args.includes("--project-id") ? ["--project-id", "p"] : [];
    const { status, stdout, stderr } = await run([...args, ...endpoint, ...project], {
      HW_AUTH_TOKEN: "any",
    });
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain(expected);
    expect(stderr).toContain("--help");
    expectError(stderr);
    expect(server.mock.requests).toEqual([]);
  });

  test.each([
    ["list", "--imagse-file"],
    ["list", "--filter"],
    ["list", "--i"],
    ["mock", "--sort"],
    ["doctor", "--limits"],
  ])("%s %s suggests nothing rather than something else", async (...args) => {
    const { status, stderr } = await run(args);
    expect(status).toBe(2);
    expect(stderr).not.toContain("Did you mean");
  });

  test("the word error is red, and nothing else", async () => {
    const { stderr } = await run(["list", "--max", "0"], { FORCE_COLOR: "1" });
    expect(stderr.split("\u001b")).toEqual(["", "[31merror:", expect.stringMatching(/^\[39m option /)]);
  });

  test("the range of --limit is the same in the help text and in the error", async () => {
    const range = "from 1 to 100";
    expect((await run(["list", "--limit", "0"])).stderr).toContain(`It must be an integer ${range}.`);
    expect((await run(["list", "--help"], { COLUMNS: "500" })).stdout).toContain(`on each page, ${range}.`);
  });

  test("no command at all", async () => {
    const { status, stdout, stderr } = await run([]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain("Usage: workspace-images [options] [command]");
  });

  test("no region", async () => {
    const { status, stderr } = await run(["list"], { HW_AUTH_TOKEN: "any" });
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr:
        "error: No region given\n  Use --region or set HW_REGION_NAME. To see the regions, run `workspace-images regions`.\n",
    });
  });

  test("no project ID, and no region to look it up by", async () => {
    const { status, stderr } = await run(["list", "--endpoint", server.url], { HW_AUTH_TOKEN: "any" });
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr:
        "error: No project ID, and no region to look it up by\n  Use --project-id, or --region together with --endpoint.\n",
    });
  });

  test.each([
    ["--endpoint", ["--endpoint", "workspace.example"], {}],
    ["--endpoint", ["--endpoint", "http://workspace.example"], {}],
    ["HW_AUTH_URL", [], { HW_AUTH_URL: "https://user:canary@iam.example" }],
  ])("an invalid URL in %s, with %j and %j", async (name, args, env) => {
    const region = ["--region", "cn-north-4"];
    const { status, stderr } = await run(["list", ...region, ...args], { HW_AUTH_TOKEN: "any", ...env });
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: `error: ${name} is not a valid endpoint URL\n  Use an https URL without credentials, query or fragment. Plain http works only for this machine, or with --allow-insecure.\n`,
    });
  });

  test("names the variable that an invalid value comes from", async () => {
    const env = { HW_AUTH_TOKEN: "any", HW_PROJECT_ID: "a b", HW_REGION_NAME: "cn-north-4" };
    expect((await run(["list"], env)).stderr).toMatch(/^error: HW_PROJECT_ID is "a b", but/);
  });
});

describe("status 3, credentials are missing, rejected or lack a permission", () => {
  test("missing", async () => {
    const { status, stdout, stderr } = await run(["list", "--region", "cn-north-4"]);
    expect({ status, stdout }).toEqual({ status: 3, stdout: "" });
    expect(stderr).toMatch(
      /^error: No credentials found\. Looked for:\n(.*\n)* {2}- HUAWEICLOUD_SDK_AK.*: not set\n {2}- HW_AUTH_TOKEN.*\n(.*\n)* {2}- ak \+ sk.*: no such file\n(.*\n)* {2}- the metadata of this server: turned off by .*\n {2}Set .*--mock\.\n$/,
    );
  });

  test("incomplete", async () => {
    const { status, stderr } = await run(["list"], { HW_ACCESS_KEY: "AK" });
    expect(status).toBe(3);
    expect(stderr).toContain("HW_ACCESS_KEY is set, but HW_SECRET_KEY is not. Set all of them or none.");
    expect(stderr).not.toContain("HUAWEICLOUD_SDK_AK");
  });

  test("rejected", async () => {
    const { status, stdout, stderr } = await list("invalid-token");
    expect({ status, stdout }).toEqual({ status: 3, stdout: "" });
    expect(stderr).toMatch(
      /401 APIGW\.0301.*\n {2}The credentials were rejected. They come from HW_AUTH_TOKEN\./,
    );
    expectError(stderr);
  });

  test("without the permission", async () => {
    const { status, stderr } = await list("valid-token", "--project-id", "other");
    expect(status).toBe(3);
    expect(stderr).toMatch(/403 .*\n {2}These credentials need the permissions workspace:images:list/);
    expectError(stderr);
  });
});
