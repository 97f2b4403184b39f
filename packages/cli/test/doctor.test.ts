import { type MockServer, startMockServer } from "@workspace-images/mock-server";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Env, run } from "./command.ts";

let server: MockServer;
let clock = 0; // milliseconds that the service is ahead
beforeAll(async () => {
  server = await startMockServer({
    ...{ token: "valid-token", projectId: "p", region: "cn-north-4", now: () => Date.now() + clock },
  });
});
beforeEach(() => {
  server.mock.reset();
  clock = 0;
});
afterAll(() => server.close());

/** Runs the doctor and returns the level of each finding by its name. */
async function doctor(env: Env = {}, ...args: string[]) {
  const given = ["doctor", "--endpoint", server.url, ...args];
  const { status, stdout, stderr } = await run(given, { HW_AUTH_TOKEN: "valid-token", ...env });
  const found = [...stdout.matchAll(/^(pass|warn|fail|skip) {2}(\w+)/gm)];
  return {
    status,
    stdout: stdout.replace(/\s+/g, " "),
    stderr,
    levels: Object.fromEntries(found.map(([, level, name]) => [name, level])),
  };
}

const ALL_PASS = {
  ...{ configuration: "pass", proxy: "pass", IAM: "pass", clock: "pass" },
  ...{ credentials: "pass", permission: "pass", page: "pass", description: "pass" },
};

describe("passes", () => {
  test("when all is well, and says where each setting comes from", async () => {
    const { status, levels, stdout, stderr } = await doctor({}, "--project-id", "p");
    expect({ status, stderr, levels }).toEqual({ status: 0, stderr: "", levels: ALL_PASS });
    expect(stdout).toContain(
      "credentials from HW_AUTH_TOKEN; endpoint from --endpoint; project ID from --project-id",
    );
  });

  test("with the embedded mock", async () => {
    const { status, stdout } = await run(["doctor", "--mock"]);
    expect(status).toBe(0);
    expect(stdout.match(/^pass/gm)).toHaveLength(8);
  });

  test("when the project ID is looked up", async () => {
    const { status, levels, stdout } = await doctor({}, "--region", "cn-north-4");
    expect({ status, levels }).toEqual({ status: 0, levels: ALL_PASS });
    expect(stdout).toContain("project ID looked up by region");
  });

  test.each(["HTTPS_PROXY", "http_proxy"])("with %s, which is used", async (variable) => {
    const env = { [variable]: "http://user:canary-password@proxy.test:1" };
    const { status, levels, stdout } = await doctor(env, "--project-id", "p");
    expect({ status, levels }).toEqual({ status: 0, levels: ALL_PASS });
    expect(stdout).toContain(`${variable} used, except for this machine`);
    expect(stdout).not.toContain("canary");
  });
});

describe("warns about", () => {
  test("ALL_PROXY, which is not supported", async () => {
    const env = { ALL_PROXY: "http://user:canary-password@proxy.test:1" };
    const { status, levels, stdout } = await doctor(env, "--project-id", "p");
    expect({ status, levels }).toEqual({ status: 0, levels: { ...ALL_PASS, proxy: "warn" } });
    expect(stdout).toContain("set HTTPS_PROXY.");
    expect(stdout).not.toContain("canary");
  });

  test("a clock that is a few minutes off", async () => {
    clock = 5 * 60_000;
    const { status, levels, stdout } = await doctor({}, "--project-id", "p");
    expect({ status, levels }).toEqual({ status: 0, levels: { ...ALL_PASS, clock: "warn" } });
    expect(stdout).toMatch(/(299|3\d\d) seconds behind the service/);
  });

  test("a response that does not conform to the description", async () => {
    const match = { path: /images$/ };
    server.mock.inject({
      body: {
        images: [
          { id: "x", name: 7 },
          { id: "y", min_disk: "big" },
        ],
        total_count: 2,
      },
      match,
    });
    const { status, levels, stdout } = await doctor({}, "--project-id", "p");
    expect({ status, levels }).toEqual({ status: 0, levels: { ...ALL_PASS, description: "warn" } });
    expect(stdout).toContain("/images/0/name must be string, but is integer (and 1 more)");
  });

  test("an IAM that fails when it is not needed", async () => {
    server.mock.inject({ status: 503, match: { path: "/v3/projects" } });
    const { status, levels } = await doctor({}, "--project-id", "p");
    expect({ status, levels }).toEqual({ status: 0, levels: { ...ALL_PASS, IAM: "warn" } });
  });

  test("a region that is not documented", async () => {
    const region = { HUAWEICLOUD_SDK_REGION_WORKSPACE_XX_TEST_1: server.url, HW_AUTH_TOKEN: "valid-token" };
    const args = ["doctor", "--region", "xx-test-1", "--project-id", "p"];
    const { status, stdout } = await run(args, region);
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: expect.stringMatching(/^warn {2}configuration {2}Region "xx-test-1" is not documented/m),
    });
  });

  test("variables that have no effect", async () => {
    const env = { HW_ACCESS_KEY: "AK" };
    const { stdout, levels } = await doctor(env, "--project-id", "p");
    expect(levels["configuration"]).toBe("warn");
    expect(stdout).toContain("HW_ACCESS_KEY");
  });
});

describe("fails", () => {
  const skipped = { permission: "skip", page: "skip", description: "skip" };

  test("without credentials, with status 3", async () => {
    const { status, levels, stdout } = await doctor({ HW_AUTH_TOKEN: undefined });
    expect({ status, levels }).toEqual({ status: 3, levels: { configuration: "fail", proxy: "pass" } });
    expect(stdout).toContain(": not set - HUAWEICLOUD_SDK_AK");
    expect(stdout).toContain("Set HUAWEICLOUD_SDK_AK");
  });

  test("without a project ID and a region, with status 2", async () => {
    const { status, levels, stdout } = await doctor();
    expect({ status, levels }).toMatchObject({ status: 2, levels: { page: "fail" } });
    expect(stdout).toContain("Use --project-id");
  });

  test("on rejected credentials, with status 3", async () => {
    const { status, levels } = await doctor({ HW_AUTH_TOKEN: "invalid-token" }, "--project-id", "p");
    expect({ status, levels }).toEqual({
      status: 3,
      levels: { ...ALL_PASS, credentials: "fail", ...skipped },
    });
  });

  test("on a missing permission, with status 3", async () => {
    const { status, levels, stdout } = await doctor({}, "--project-id", "other");
    expect({ status, levels }).toEqual({
      status: 3,
      levels: { ...ALL_PASS, ...skipped, permission: "fail" },
    });
    expect(stdout).toContain("need the permissions workspace:images:list");
  });

  test("on a service that fails, with status 1", async () => {
    server.mock.inject({ status: 500, times: 3, match: { path: /images$/ } });
    const { status, levels } = await doctor({}, "--project-id", "p");
    const unknown = { credentials: "skip", permission: "skip", page: "fail", description: "skip" };
    expect({ status, levels }).toEqual({ status: 1, levels: { ...ALL_PASS, ...unknown } });
  });

  test("on a clock that is too far off for signatures, with status 1", async () => {
    clock = -20 * 60_000;
    const { status, levels, stdout } = await doctor({}, "--project-id", "p");
    expect({ status, levels }).toEqual({ status: 1, levels: { ...ALL_PASS, clock: "fail" } });
    expect(stdout).toMatch(/seconds ahead of the service/);
  });

  test("on an IAM that is needed and does not respond, with status 1", async () => {
    const env = { HUAWEICLOUD_SDK_AK: "AK", HUAWEICLOUD_SDK_SK: "SK", HW_AUTH_TOKEN: undefined };
    const iam = { HUAWEICLOUD_SDK_IAM_ENDPOINT: "http://127.0.0.1:1" };
    const { status, levels } = await doctor({ ...env, ...iam }, "--region", "cn-north-4");
    expect({ status, levels }).toMatchObject({ status: 1, levels: { IAM: "fail" } });
  });
});
