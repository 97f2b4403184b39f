import { expect, test } from "vitest";
import { checkProxies } from "../src/doctor/proxy-check.ts";

const FLAG = "--use-env-proxy";
const allowedNodeEnvironmentFlags = new Set([FLAG]);
const HTTPS_PROXY = "http://proxy.test:1";

test.each([
  ["NODE_USE_ENV_PROXY", { NODE_USE_ENV_PROXY: "1" }, []],
  ["NODE_OPTIONS", { NODE_OPTIONS: `--no-warnings ${FLAG}` }, []],
  ["an argument", {}, [FLAG]],
])("passes if %s makes Node.js use the proxy", (_, env, execArgv) => {
  const finding = checkProxies({ env: { HTTPS_PROXY, ...env }, execArgv, allowedNodeEnvironmentFlags });
  expect(finding).toEqual({ level: "pass", name: "proxy", text: "HTTPS_PROXY used" });
});

test("warns that an older Node.js cannot use a proxy, even with NODE_USE_ENV_PROXY", () => {
  const env = { HTTPS_PROXY, NODE_USE_ENV_PROXY: "1" };
  const finding = checkProxies({ env, execArgv: [], allowedNodeEnvironmentFlags: new Set() });
  expect(finding).toMatchObject({
    level: "warn",
    remedy:
      "If requests must go through the proxy, use Node.js 22.21, 24.5 or newer and set NODE_USE_ENV_PROXY=1.",
  });
});
