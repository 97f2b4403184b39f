import { type MockServer, startMockServer } from "@workspace-images/mock-server";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Env, run } from "./command.ts";

let server: MockServer;
let clock = 0; // milliseconds by which the service is ahead
beforeAll(async () => {
  server = await startMockServer({
    ...{ token: "good-token", projectId: "p", region: "cn-north-4", now: () => Date.now() + clock },
  });
});
beforeEach(() => {
  server.mock.reset();
  clock = 0;
});
afterAll(() => server.close());

/** Runs the doctor; the levels of its findings are by name. */
async function doctor(env: Env = {}, ...args: string[]) {
  const given = ["doctor", "--endpoint", server.url, ...args];
  const { status, stdout, stderr } = await run(given, { HW_AUTH_TOKEN: "good-token", ...env });
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
  test("when all is well, and says what was found where", async () => {
    const { status, levels, stdout, stderr } = await doctor({}, "--project-id", "p");
    expect({ status, stderr, levels }).toEqual({ status: 0, stderr: "", levels: ALL_PASS });
    expect(stdout).toContain(
      "credentials from HW_AUTH_TOKEN; address from --endpoint; project from --project-id",
    );
  });

  test("with the embedded mock", async () => {
    const { status, stdout } = await run(["doctor", "--mock"]);
    expect(status).toBe(0);
    expect(stdout.match(/^pass/gm)).toHaveLength(8);
  });

  test("when the project is looked up", async () => {
    const { status, levels, stdout } = await doctor({}, "--region", "cn-north-4");
    expect({ status, levels }).toEqual({ status: 0, levels: ALL_PASS });
    expect(stdout).toContain("project looked up by region");
  });

  test("when a proxy is followed", async () => {
    const proxied = { HTTPS_PROXY: "http://proxy.test:1", NODE_USE_ENV_PROXY: "1" };
    expect(await doctor(proxied, "--project-id", "p")).toMatchObject({ status: 0, levels: ALL_PASS });
  });
});

describe("warns", () => {
  test.each([
    ["HTTPS_PROXY", "Set NODE_USE_ENV_PROXY=1"],
    ["http_proxy", "Set NODE_USE_ENV_PROXY=1"],
    ["ALL_PROXY", "and HTTPS_PROXY"],
  ])("of %s, which Node.js ignores", async (variable, remedy) => {
    const env = { [variable]: "http://user:canary-password@proxy.test:1" };
    const { status, levels, stdout } = await doctor(env, "--project-id", "p");
    expect({ status, levels }).toEqual({ status: 0, levels: { ...ALL_PASS, proxy: "warn" } });
    expect(stdout).toContain(remedy);
    expect(stdout).not.toContain("canary");
  });

  test("of a clock that is some minutes wrong", async () => {
    clock = 5 * 60_000;
    const { status, levels, stdout } = await doctor({}, "--project-id", "p");
    expect({ status, levels }).toEqual({ status: 0, levels: { ...ALL_PASS, clock: "warn" } });
    expect(stdout).toMatch(/(299|300|301) seconds behind the service/);
  });

  test("of an answer that is not as described", async () => {
    const match = { path: /images$/ };
    server.mock.inject({
      body: { images: [{ id: 7 }, { id: "x", min_disk: "big" }], total_count: 2 },
      match,
    });
    const { status, levels, stdout } = await doctor({}, "--project-id", "p");
    expect({ status, levels }).toEqual({ status: 0, levels: { ...ALL_PASS, description: "warn" } });
    expect(stdout).toContain("/images/0/id has to be string, but is integer (and 1 more)");
  });

  test("of an IAM that fails when it is not needed", async () => {
    server.mock.inject({ status: 503, match: { path: "/v3/projects" } });
    const { status, levels } = await doctor({}, "--project-id", "p");
    expect({ status, levels }).toEqual({ status: 0, levels: { ...ALL_PASS, IAM: "warn" } });
  });

  test("of a region that is not documented, and of variables that have no effect", async () => {
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
    expect(stdout).toContain("Set HUAWEICLOUD_SDK_AK");
  });

  test("without a project and a region, with status 2", async () => {
    const { status, levels, stdout } = await doctor();
    expect({ status, levels }).toMatchObject({ status: 2, levels: { page: "fail" } });
    expect(stdout).toContain("Give --project-id");
  });

  test("on refused credentials, with status 3", async () => {
    const { status, levels } = await doctor({ HW_AUTH_TOKEN: "bad-token" }, "--project-id", "p");
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
    expect(stdout).toContain("needs the permission workspace:images:list");
  });

  test("on a service that fails, with status 1", async () => {
    server.mock.inject({ status: 500, times: 3, match: { path: /images$/ } });
    const { status, levels } = await doctor({}, "--project-id", "p");
    const unknown = { credentials: "skip", permission: "skip", page: "fail", description: "skip" };
    expect({ status, levels }).toEqual({ status: 1, levels: { ...ALL_PASS, ...unknown } });
  });

  test("on a clock beyond what signatures allow, with status 1", async () => {
    clock = -20 * 60_000;
    const { status, levels, stdout } = await doctor({}, "--project-id", "p");
    expect({ status, levels }).toEqual({ status: 1, levels: { ...ALL_PASS, clock: "fail" } });
    expect(stdout).toMatch(/seconds ahead of the service/);
  });

  test("on an IAM that is needed and does not answer, with status 1", async () => {
    const env = { HUAWEICLOUD_SDK_AK: "AK", HUAWEICLOUD_SDK_SK: "SK", HW_AUTH_TOKEN: undefined };
    const iam = { HUAWEICLOUD_SDK_IAM_ENDPOINT: "http://127.0.0.1:1" };
    const { status, levels } = await doctor({ ...env, ...iam }, "--region", "cn-north-4");
    expect({ status, levels }).toMatchObject({ status: 1, levels: { IAM: "fail" } });
  });
});
