import http from "node:http";
import { InputError } from "@workspace-images/client";

/**
 * Hosts that are called directly, whatever the environment says: a proxy must not get what is sent to a mock on this
 * machine, and only a server itself can ask for its metadata, which contain keys.
 */
const DIRECT = ["localhost", ".localhost", "127.0.0.1", "[::1]", "169.254.169.254"];

type Env = Readonly<Record<string, string | undefined>>;

/** Whether this Node.js lets a program choose its proxies. */
export const canUseProxies = "setGlobalProxyFromEnv" in http;

/** Returns the proxy variables that are set; names in small letters take precedence, as in curl. */
export function findProxies(env: Env): string[] {
  return ["https_proxy", "http_proxy"].flatMap((name) =>
    [name, name.toUpperCase()].filter((variable) => env[variable]).slice(0, 1),
  );
}

/**
 * Sends the requests of this process through the proxies in the environment, as curl and git do.
 *
 * @throws {InputError} when a variable is no URL of a proxy; the value is not shown, because it can contain a password.
 */
export function useProxies(env: Env, endpoint = ""): void {
  const variables = findProxies(env);
  if (variables.length === 0 || !canUseProxies) return;
  const urls = variables.map((name) => {
    const value = env[name] ?? "";
    const url = /^\w+:\/\//.test(value) ? value : `http://${value}`;
    if (URL.canParse(url) && /^https?:/i.test(url)) return [name.toLowerCase(), url];
    throw new InputError(`${name} is not a valid URL of a proxy, like http://proxy.example:3128`);
  });
  const [loopback] = /(?<=^http:\/\/)127\.[\d.]+/.exec(endpoint) ?? [];
  const no_proxy = [env["no_proxy"] || env["NO_PROXY"], loopback, ...DIRECT].filter(Boolean).join(",");
  http.setGlobalProxyFromEnv({ ...Object.fromEntries(urls), no_proxy });
}
