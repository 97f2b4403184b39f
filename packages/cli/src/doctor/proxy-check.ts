import type { Finding } from "./finding.ts";

const SUPPORTED = ["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy"];
const UNSUPPORTED = ["ALL_PROXY", "all_proxy"];
const FLAG = "--use-env-proxy";

type ProxyContext = Pick<NodeJS.Process, "env" | "execArgv" | "allowedNodeEnvironmentFlags">;

/** Finds proxy variables that Node.js ignores. Shows no values, because they can contain a password. */
export function checkProxies({ env, execArgv, allowedNodeEnvironmentFlags }: ProxyContext): Finding {
  const name = "proxy";
  const canUse = allowedNodeEnvironmentFlags.has(FLAG);
  const isUsed =
    canUse &&
    (env["NODE_USE_ENV_PROXY"] === "1" ||
      [...execArgv, env["NODE_OPTIONS"] ?? ""].some((flag) => flag.includes(FLAG)));
  const set = SUPPORTED.filter((variable) => env[variable]);
  if (isUsed && set.length > 0) return { level: "pass", name, text: `${set.join(", ")} used` };
  const ignored = [...set, ...UNSUPPORTED.filter((variable) => env[variable])];
  if (ignored.length === 0) return { level: "pass", name, text: "no proxy variable is set" };
  const text = `${ignored.join(", ")} set, but Node.js ignores ${ignored.length > 1 ? "them" : "it"}`;
  const steps = [
    ...(canUse ? [] : ["use Node.js 22.21, 24.5 or newer"]),
    ...(isUsed ? [] : ["set NODE_USE_ENV_PROXY=1"]),
    ...(set.length > 0 ? [] : ["set HTTPS_PROXY"]),
  ];
  return {
    level: "warn",
    name,
    text,
    remedy: `If requests must go through the proxy, ${steps.join(" and ")}.`,
  };
}
