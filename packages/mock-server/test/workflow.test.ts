import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { startMockServer } from "../src/index.ts";

const redocly = fileURLToPath(new URL("../node_modules/.bin/redocly", import.meta.url));
const workflow = fileURLToPath(import.meta.resolve("@workspace-images/spec/list-images.arazzo.yaml"));
const users = [{ name: "IAMUser", password: "not-a-real-password", domain: "IAMDomain" }];

/** Executes the workflow of the description and gives its checks, which pass or fail. */
async function respect(password: string): Promise<readonly string[]> {
  await using server = await startMockServer({ users, region: "cn-north-4" });
  const input = JSON.stringify({ user: "IAMUser", password, account: "IAMDomain", region: "cn-north-4" });
  const servers = `iam=${server.url},images=${server.url}`;
  const { stdout, stderr } = await promisify(execFile)(
    redocly,
    ["respect", workflow, "--input", input, "--server", servers],
    { env: { ...process.env, REDOCLY_TELEMETRY: "off", NO_COLOR: "1" } },
  ).catch((error) => error);
  return `${stdout}${stderr}`.match(/[✓✗] .*/g) ?? [];
}

test("the Arazzo workflow leads from a password to a page of images", async () => {
  const checks = await respect("not-a-real-password");
  expect(checks.filter((check) => check.startsWith("✓")).length).toBeGreaterThanOrEqual(8);
  expect(checks.filter((check) => check.startsWith("✗"))).toEqual([]);
}, 60_000);

test("the Arazzo workflow fails with a wrong password", async () => {
  expect((await respect("a-wrong-password")).filter((check) => check.startsWith("✗"))).not.toEqual([]);
}, 60_000);
