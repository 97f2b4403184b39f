import { InputError } from "../errors/errors.ts";
import { LOOPBACK } from "./endpoint-check.ts";

/** Returns whether `fetch` follows the proxy variables, as `NODE_USE_ENV_PROXY=1` makes that of Node.js do. */
function followsVariables(): boolean {
  return [1, 2].some((version) => {
    const dispatcher = Reflect.get(globalThis, Symbol.for(`undici.globalDispatcher.${version}`));
    return dispatcher?.constructor.name === "EnvHttpProxyAgent";
  });
}

/**
 * Rejects a URL of this machine whose requests a proxy would receive unencrypted, credentials included. The metadata of
 * a server are local, too.
 *
 * @throws {InputError} unless `NO_PROXY` exempts the host in a way that all versions of Node.js understand.
 */
export function rejectProxy(url: string, isLocal = LOOPBACK.test(new URL(url).hostname)): void {
  const { protocol, hostname, port } = new URL(url);
  if (protocol !== "http:" || !isLocal || !followsVariables()) return;
  // In place of a plain `process.env`, bundlers write the variables of the machine that bundles.
  const { http_proxy, HTTP_PROXY, no_proxy, NO_PROXY } = globalThis.process.env;
  // The ways to turn the proxy on differ in what an empty variable overrides.
  const exempt = no_proxy ?? NO_PROXY ?? "";
  const names = exempt.toLowerCase().split(/[,\s]/);
  const isExempt = exempt === "*" || names.includes(hostname) || names.includes(`${hostname}:${port || 80}`);
  if (!(http_proxy || HTTP_PROXY) || isExempt) return;
  throw new InputError(
    `${hostname} belongs to this machine, but HTTP_PROXY sends the request and its credentials to a proxy. Add ${hostname} to NO_PROXY`,
  );
}
