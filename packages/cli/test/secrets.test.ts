import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type MockServer, startMockServer } from "@workspace-images/mock-server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Env, run } from "./command.ts";

const CANARY = "canary-0a1b2c";

let server: MockServer;
let home: string;
beforeAll(async () => {
  server = await startMockServer({ token: "valid-token", projectId: "p", users: [] });
  home = await mkdtemp(join(tmpdir(), "workspace-images-home-"));
  await mkdir(join(home, ".huaweicloud"));
  const file = join(home, ".huaweicloud", "credentials");
  await writeFile(file, `[basic]\nak = ${CANARY}-ak\nsk = ${CANARY}-sk\nsecurity_token = ${CANARY}-st\n`);
  await chmod(file, 0o644);
});
afterAll(async () => {
  await server.close();
  await rm(home, { recursive: true });
});

const variables: Record<string, Env> = {
  "a token": { HW_AUTH_TOKEN: `${CANARY}-token` },
  "an access key": { HUAWEICLOUD_SDK_AK: "FAKEACCESSKEY", HUAWEICLOUD_SDK_SK: `${CANARY}-sk` },
  "a temporary key": {
    HW_ACCESS_KEY: "FAKEACCESSKEY",
    HW_SECRET_KEY: `${CANARY}-sk`,
    HW_SECURITY_TOKEN: `${CANARY}-st`,
  },
  "a password": { HW_USER_NAME: "somebody", HW_USER_PASSWORD: `${CANARY}-pw`, HW_DOMAIN_NAME: "account" },
  "a broken token": { HW_AUTH_TOKEN: `${CANARY}\ntoken` },
};

/** Runs a command and returns all that it writes: both streams and its report. */
async function everything(args: readonly string[], env: Env) {
  const report = join(home, "report.json");
  await rm(report, { force: true });
  const { status, stdout, stderr } = await run([...args, "--report", report], { HOME: home, ...env });
  return { status, text: stdout + stderr + (await readFile(report, "utf8")) };
}

const proxy = { HTTPS_PROXY: `http://user:${CANARY}@proxy.test:1` };

test.each(Object.entries(variables))("%s that is rejected is shown nowhere", async (_, env) => {
  for (const command of ["list", "doctor"]) {
    const args = [command, "--endpoint", server.url, "--project-id", "p", "--debug"];
    const { status, text } = await everything(args, { ...proxy, ...env });
    expect(status).toBe(3);
    expect(text).not.toContain(CANARY);
  }
});

test("the contents of the credentials file are shown nowhere", async () => {
  for (const command of ["list", "doctor"]) {
    const args = [command, "--endpoint", server.url, "--project-id", "p", "--debug"];
    const { status, text } = await everything(args, proxy);
    expect(status).toBe(3);
    expect(text).toContain("chmod 600");
    expect(text).not.toContain(CANARY);
  }
});

test("credentials that the service echoes are masked", async () => {
  const token = `${CANARY}-token`;
  server.mock.inject({ status: 401, body: { error_code: "APIGW.0301", error_msg: `decrypt ${token} fail` } });
  const args = ["list", "--endpoint", server.url, "--project-id", "p", "--debug"];
  const { text } = await everything(args, { HW_AUTH_TOKEN: token });
  expect(text).toContain("decrypt");
  expect(text).not.toContain(CANARY);
});

test.each([
  [["list", `--token=${CANARY}`]],
  [["list", "--password", CANARY]],
  [["list", `-p${CANARY}`]],
  [["list", CANARY]],
  [[`${CANARY}-${CANARY}-${CANARY}`]],
  [[`--auth-token=${CANARY}`]],
])("rejects a credential as an argument without showing it: %j", async (args) => {
  const { status, stdout, stderr } = await run(args);
  expect(status).toBe(2);
  expect(stdout + stderr).not.toContain(CANARY);
});

test("says where credentials belong if an option for them is used", async () => {
  const { stderr } = await run(["list", "--ak", "FAKEACCESSKEY"]);
  expect(stderr).toContain(
    "Credentials are read from the environment, ~/.huaweicloud/credentials, or the metadata",
  );
});
