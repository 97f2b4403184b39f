import { expect, test } from "vitest";
import { checkProxies } from "../src/doctor/proxy-check.ts";

const HTTPS_PROXY = "http://user:canary@proxy.test:1";

test("warns that an older Node.js does not use the proxy, and how it would without this machine", () => {
  const finding = checkProxies({ HTTPS_PROXY }, false);
  expect(finding).toMatchObject({
    level: "warn",
    text: `HTTPS_PROXY set, but not used by Node.js ${process.versions.node}`,
    remedy: expect.stringMatching(
      /Node\.js 24\.14 or newer.*NODE_USE_ENV_PROXY=1.*NO_PROXY=localhost,127\.0\.0\.1/,
    ),
  });
  expect(JSON.stringify(finding)).not.toContain("canary");
});

test.each([
  [{ HTTPS_PROXY }, "HTTPS_PROXY used, except for this machine"],
  [{ HTTPS_PROXY, http_proxy: "proxy.test" }, "HTTPS_PROXY, http_proxy used, except for this machine"],
  [{ HTTPS_PROXY, https_proxy: "proxy.test" }, "https_proxy used, except for this machine"],
  [{ HTTPS_PROXY: "" }, "no proxy variable is set"],
  [{ HTTPS_PROXY, NO_PROXY: "*" }, "no proxy is used"],
])("passes with the variables that are used: %j", (env, text) => {
  expect(checkProxies(env, true)).toEqual({ level: "pass", name: "proxy", text });
});

test("warns about ALL_PROXY, which has no effect", () => {
  expect(checkProxies({ ALL_PROXY: "socks5://proxy.test" }, true)).toMatchObject({
    level: "warn",
    text: "ALL_PROXY set, but not supported",
    remedy: "If requests must go through the proxy, set HTTPS_PROXY.",
  });
});
