import { createSigningKey } from "#signing-key";
import type { Auth } from "./auth.ts";
import { checkSecret } from "./credential-check.ts";
import { formatSdkDate, parseSdkDate, type SigningKey, sign } from "./signature.ts";
import { createSignatureGate, type SignatureGate } from "./signature-gate.ts";

/** An access key of IAM, permanent or temporary. */
export interface AccessKeyAuthOptions {
  /** Access key ID, the AK. */
  readonly accessKey: string;
  /** Secret access key, the SK. It is never sent. */
  readonly secretKey: string;
  /** Security token of a temporary access key. */
  readonly securityToken?: string | undefined;
}

/**
 * Milliseconds. The gateway rejects a signature whose time differs from its own by more than 15 minutes; one minute
 * less allows for the time on the network and for gateways that differ. Within it, the clock was not the reason.
 *
 * @see https://support.huaweicloud.com/devg-apisign/api-sign-0001.html
 */
const CLOCK_TOLERANCE = 14 * 60_000;

/** Statuses of requests whose signature was accepted, although they fail: the gateway checks the signature first. */
const ACCEPTED = [400, 403, 404];

function check(name: keyof AccessKeyAuthOptions, value: unknown): string {
  return checkSecret(name, value, /^[!-+--~]+$/, "an ASCII string without spaces, commas or line breaks");
}

/**
 * Authenticates by signing each attempt with an access key (SDK-HMAC-SHA256). The signature covers method, path, query,
 * host, time, project and security token, as they are sent.
 *
 * More than five failures in a row lock the key for five minutes, for every program that uses it. So until a signature
 * has been accepted, and after the clock of this machine has jumped, one request is in flight at a time. A 401 is not
 * replayed, and for five minutes calls to the same origin fail with the same error and nothing is sent. The exception:
 * if the `Date` of the response shows that the clock of this machine is wrong, the request is replayed once, and the
 * offset is kept for later signatures. Create another `accessKeyAuth` to try again at once.
 *
 * @throws {InputError} when a part of the key is empty, in quotation marks or contains white space, a comma or a
 *   non-ASCII character.
 */
export function accessKeyAuth(options: AccessKeyAuthOptions): Auth {
  const accessKey = check("accessKey", options.accessKey);
  const secretKey = check("secretKey", options.secretKey);
  const securityToken =
    options.securityToken === undefined ? undefined : check("securityToken", options.securityToken);
  let key: Promise<SigningKey> | SigningKey | undefined;
  let offset = 0;
  let isCorrected = false;
  const gates = new Map<string, SignatureGate>();
  const misdated = new WeakSet<Request>();

  function gateOf({ url }: Request): SignatureGate {
    const { origin } = new URL(url);
    const gate = gates.get(origin) ?? createSignatureGate();
    gates.set(origin, gate);
    return gate;
  }

  /** Returns whether the clock of this machine explains the rejection; corrects it, but not again before a success. */
  function isMisdated(request: Request, response: Response): boolean {
    const serverTime = Date.parse(response.headers.get("Date") ?? "");
    const signedTime = parseSdkDate(request.headers.get("X-Sdk-Date") ?? "");
    // Compared with the time of this signature, not with the current offset: another call may have changed that.
    if (!(Math.abs(serverTime - signedTime) > CLOCK_TOLERANCE)) return false;
    if (Math.abs(serverTime - Date.now() - offset) <= CLOCK_TOLERANCE) return true;
    if (isCorrected) return false;
    isCorrected = true;
    offset = serverTime - Date.now();
    return true;
  }

  return {
    async apply(request, { projectId, signal }) {
      await gateOf(request).enter(request, signal);
      const { method, url } = request;
      const { host, pathname: path, search: query } = new URL(url);
      const headers: Record<string, string> = { "x-sdk-date": formatSdkDate(Date.now() + offset) };
      if (projectId) headers["x-project-id"] = projectId;
      if (securityToken) headers["x-security-token"] = securityToken;
      for (const name in headers) request.headers.set(name, headers[name] ?? "");
      const body = method === "GET" ? undefined : await request.clone().arrayBuffer();
      key ??= createSigningKey(secretKey);
      request.headers.set(
        "Authorization",
        await sign({ method, path, query, headers: { host, ...headers }, body }, accessKey, await key),
      );
    },
    refresh: (_response, request) => misdated.has(request),
    settle(request, { response, error }) {
      const gate = gateOf(request);
      if (response?.status === 401) {
        if (isMisdated(request, response)) misdated.add(request);
        gate.reject(misdated.has(request) ? undefined : error);
      } else if (response?.ok || ACCEPTED.includes(response?.status ?? 0)) {
        isCorrected = false;
        gate.accept(request);
      }
      gate.leave(request);
    },
  };
}
