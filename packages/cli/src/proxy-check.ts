import type { Finding } from "./finding.ts";

const PROXIES = ["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy"];
const IGNORED = ["ALL_PROXY", "all_proxy"];

/** Finds variables of a proxy that Node.js does not follow. Their values, which may hold a password, are not shown. */
export function checkProxies(env: NodeJS.ProcessEnv, flags: readonly string[]): Finding {
  const name = "proxy";
  const isFollowed =
    env["NODE_USE_ENV_PROXY"] === "1" ||
    [...flags, env["NODE_OPTIONS"] ?? ""].some((flag) => flag.includes("--use-env-proxy"));
  const set = PROXIES.filter((variable) => env[variable]);
  const ignored = [...(isFollowed ? [] : set), ...IGNORED.filter((variable) => env[variable])];
  if (ignored.length === 0) {
    return {
      level: "pass",
      name,
      text: set.length > 0 ? `${set.join(", ")} followed` : "no variable is set",
    };
  }
  const text = `${ignored.join(", ")} set, but Node.js ignores ${ignored.length > 1 ? "them" : "it"}`;
  const remedy = isFollowed
    ? "Set HTTPS_PROXY instead."
    : `Set NODE_USE_ENV_PROXY=1${set.length > 0 ? "" : " and HTTPS_PROXY"} if requests have to go through the proxy.`;
  return { level: "warn", name, text, remedy };
}
