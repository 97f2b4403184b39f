import http from "node:http";
import { InputError } from "@workspace-images/client";

/**
 * Hosts that are called directly, whatever the environment says: a proxy must not get what is sent to a mock on this
 * machine, and only a server itself can ask for its metadata, which contain keys.
 */
const DIRECT = ["localhost", ".localhost", "127.0.0.1", "[::1]", "169.254.169.254"];

type Env = Readonly<Record<string, string | undefined>>;

/** The hosts that the user calls directly. */
export function exemptOf(env: Env): string {
  return env["no_proxy"] || env["NO_PROXY"] || "";
}

/** Whether this Node.js lets a program choose its proxies. */
export const canUseProxies = "setGlobalProxyFromEnv" in http;

/** Returns the proxy variables that are used; names in small letters take precedence, and `*` exempts all, as in curl. */
export function findProxies(env: Env): string[] {
  if (exemptOf(env).trim() === "*") return [];
  return ["https_proxy", "http_proxy"].flatMap((name) =>
    [name, name.toUpperCase()].filter((variable) => env[variable]).slice(0, 1),
  );
}

/**
 * Sends the requests of this process through the proxies in the environment, as curl and git do.
 *
 * @throws {InputError} when a variable is no URL of a proxy; the value is not shown, because it can contain a password.
 */
export function useProxies(env: Record<string, string | undefined>, endpoint = ""): void {
  const variables = findProxies(env);
  if (variables.length === 0 || !canUseProxies) return;
  const invalid = (names: string) =>
    new InputError(`${names} is not a valid URL of a proxy, like http://proxy.example:3128`);
  const urls = variables.map((name) => {
    const value = env[name] ?? "";
    const url = /^\w+:\/\//.test(value) ? value : `http://${value}`;
    if (!/^https?:/i.test(url)) throw invalid(name);
    return [name.toLowerCase(), url];
  });
  const [local] = /(?<=^http:\/\/)(127\.[\d.]+|[\w.-]+\.localhost)/i.exec(endpoint) ?? [];
  const no_proxy = [exemptOf(env), local, ...DIRECT].filter(Boolean).join(",");
  try {
    http.setGlobalProxyFromEnv({ ...Object.fromEntries(urls), no_proxy });
  } catch {
    // Node.js does not say which one it rejects.
    throw invalid(variables.join(" or "));
  }
  // In the environment, too, where the client looks before it sends a token to this machine.
  env["no_proxy"] = no_proxy;
}
