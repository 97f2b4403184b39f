import { readdirSync } from "node:fs";
import type { Fault } from "@workspace-images/mock";
import { beforeEach, describe, expect, test } from "vitest";
import { ACCESS_KEY, images, openSampleRunner, PROJECT_ID, TEMPORARY_KEY } from "./sample-runner.ts";

const configured = { ...ACCESS_KEY, HUAWEICLOUD_SDK_PROJECT_ID: PROJECT_ID };
const windows = images
  .filter(({ os_type }) => os_type === "Windows")
  .map(({ id, name }) => `${id} ${name}`)
  .sort();

const runner = openSampleRunner();

async function run(sample: string, variables: NodeJS.ProcessEnv = configured) {
  const {
    code = 0,
    stdout,
    stderr,
  } = await runner.run(process.execPath, [`official-sdk/${sample}.ts`], variables).catch((error) => error);
  return { status: code, stdout, stderr };
}

test("each sample has a version before and a version after", () => {
  const files = readdirSync(new URL("../samples/official-sdk/", import.meta.url)).sort();
  const pairs = ["access-key", "errors", "listing", "paging"].flatMap((name) => [
    `${name}-after.ts`,
    `${name}-before.ts`,
  ]);
  expect(files).toEqual([...pairs, "workspace-client.ts"]);
});

describe.each(["before", "after"])("%s the migration,", (part) => {
  test("a filter lists ten Windows images", async () => {
    const { stdout } = await run(`listing-${part}`);
    const lines = stdout.trim().split("\n");
    expect(lines).toHaveLength(10);
    expect(windows).toEqual(expect.arrayContaining(lines));
    expect(runner.server.mock.requests.map(({ query }) => query)).toEqual([
      { os_type: "Windows", limit: "10" },
    ]);
  });

  test.each([
    ["an access key", ACCESS_KEY],
    ["a temporary access key", TEMPORARY_KEY],
  ])("%s lists images", async (_what, key) => {
    const { HUAWEICLOUD_SDK_AK, HUAWEICLOUD_SDK_SK, ...rest } = key;
    const variables = { ACCESS_KEY: HUAWEICLOUD_SDK_AK, SECRET_KEY: HUAWEICLOUD_SDK_SK, ...rest };
    expect(await run(`access-key-${part}`, variables)).toEqual({ status: 0, stdout: "100\n", stderr: "" });
  });

  test("paging lists all Windows images", async () => {
    const { stdout } = await run(`paging-${part}`);
    expect(stdout.trim().split("\n").sort()).toEqual(windows);
  });

  test("a valid response is no error", async () => {
    expect(await run(`errors-${part}`)).toEqual({ status: 0, stdout: "100\n", stderr: "" });
  });

  test.each<readonly [string, Fault]>([
    ["failed 503 WKS.00050902", { status: 503, times: 3 }],
    ["rejected 403 PAP5.0001", { status: 403 }],
    ["no response", { reset: true, times: 3 }],
  ])("a fault is reported as: %s", async (said, fault) => {
    runner.server.mock.inject(fault);
    const { status, stderr } = await run(`errors-${part}`);
    expect(status).toBe(1);
    expect(stderr).toMatch(new RegExp(`^${said}`));
  });
});

describe.each<readonly [string, Fault, RegExp]>([
  ["a page of HTML", { html: true }, /^untrusted response .*text\/html/],
  ["an empty body", { body: "" }, /^untrusted response .*empty body/],
  ["broken JSON", { body: "{" }, /^untrusted response .*not a JSON object/],
  ["an error under status 200", { body: { error_code: "WKS.00010109" } }, /^rejected 200 WKS\.00010109/],
])("%s", (_what, fault, said) => {
  beforeEach(() => runner.server.mock.inject(fault));

  test("is an empty listing before the migration", async () => {
    expect(await run("errors-before")).toEqual({ status: 0, stdout: "0\n", stderr: "" });
  });

  test("is an error after the migration", async () => {
    expect(await run("errors-after")).toEqual({ status: 1, stdout: "", stderr: expect.stringMatching(said) });
  });
});

test("a response in the official SDK has the names of the API, whatever its types say", async () => {
  const program = `import { ListImagesRequest, WorkspaceClient } from "./official-sdk/workspace-client.ts";
    const client = WorkspaceClient.newBuilder().withEndpoint(process.env.WORKSPACE_ENDPOINT).build();
    console.log(Object.keys(await client.listImages(new ListImagesRequest())).sort().join());`;
  const { stdout } = await runner.run(
    process.execPath,
    ["--input-type=module", "--eval", program],
    configured,
  );
  expect(stdout).toBe("httpStatusCode,images,total_count\n");
});

test("a call on a lost connection is retried only after the migration", async () => {
  runner.server.mock.inject({ reset: true });
  expect(await run("errors-before")).toMatchObject({ status: 1 });
  runner.server.mock.inject({ reset: true });
  expect(await run("errors-after")).toMatchObject({ status: 0, stdout: "100\n" });
});

test("a failure prints the signature only before the migration", async () => {
  runner.server.mock.inject({ status: 403, times: 2 });
  expect((await run("errors-before")).stdout).toContain("Signature=");
  const { stdout, stderr } = await run("errors-after");
  expect(stdout + stderr).not.toContain("Signature");
});
