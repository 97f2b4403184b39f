import { exemptOf, findProxies } from "../connection/proxies.ts";
import type { Finding } from "./finding.ts";

/** Finds proxy variables that have no effect. Shows no values, because they can contain a password. */
export function checkProxies(
  env: Readonly<Record<string, string | undefined>>,
  canUseProxies: boolean,
): Finding {
  const name = "proxy";
  const set = findProxies(env);
  const unsupported = ["all_proxy", "ALL_PROXY"].filter((variable) => env[variable]);
  const all = [...set, ...unsupported].join(", ");
  if (!all)
    return { level: "pass", name, text: exemptOf(env) ? "no proxy is used" : "no proxy variable is set" };
  if (!canUseProxies) {
    const remedy =
      "If requests must go through the proxy, use Node.js 24.14 or newer, or set NODE_USE_ENV_PROXY=1 on Node.js 22.21 or newer, and NO_PROXY=localhost,127.0.0.1 so that requests to this machine do not.";
    return {
      level: "warn",
      name,
      text: `${all} set, but not used by Node.js ${process.versions.node}`,
      remedy,
    };
  }
  if (set.length > 0) return { level: "pass", name, text: `${set.join(", ")} used, except for this machine` };
  const remedy = "If requests must go through the proxy, set HTTPS_PROXY.";
  return { level: "warn", name, text: `${all} set, but not supported`, remedy };
}
