import type { Auth } from "./auth.ts";
import { checkCredential } from "./credential.ts";
import { formatSdkDate, importSecretKey, parseSdkDate, sign } from "./signature.ts";

/** An access key of IAM, permanent or temporary. */
export interface AccessKeyAuthOptions {
  /** Access key ID, the AK. */
  readonly accessKey: string;
  /** Secret access key, the SK. It is never sent. */
  readonly secretKey: string;
  /** Security token that came with a temporary access key. */
  readonly securityToken?: string | undefined;
}

/**
 * Milliseconds. The gateway refuses a signature whose time is more than 15 minutes from its own; a minute less leaves
 * room for the way of the request and for gateways that differ. Any nearer, the time was not why it was refused.
 */
const CLOCK_TOLERANCE = 14 * 60_000;

function check(name: keyof AccessKeyAuthOptions, value: unknown): string {
  return checkCredential(name, value, /^[!-+--~]+$/);
}

/**
 * Authenticates by signing each attempt with an access key (SDK-HMAC-SHA256). What is signed is what is sent: method,
 * path, query, host, time, project and security token.
 *
 * An answer of 401 is not repeated, because more than five failures in a row lock the key for five minutes; except once when
 * the answer's `Date` proves that this machine's clock is off. The difference is kept for all later signatures.
 *
 * @throws {InputError} when a part of the key is empty or has white space, a comma or a character beyond ASCII.
 */
export function accessKeyAuth(options: AccessKeyAuthOptions): Auth {
  const accessKey = check("accessKey", options.accessKey);
  const secretKey = check("secretKey", options.secretKey);
  const securityToken =
    options.securityToken === undefined ? undefined : check("securityToken", options.securityToken);
  let key: Promise<CryptoKey> | undefined;
  let offset = 0;

  return {
    async apply(request, { projectId }) {
      const { method, url } = request;
      const { host, pathname: path, search: query } = new URL(url);
      const headers: Record<string, string> = { "x-sdk-date": formatSdkDate(Date.now() + offset) };
      if (projectId) headers["x-project-id"] = projectId;
      if (securityToken) headers["x-security-token"] = securityToken;
      for (const name in headers) request.headers.set(name, headers[name] ?? "");
      const body = method === "GET" ? undefined : await request.clone().arrayBuffer();
      key ??= importSecretKey(secretKey);
      request.headers.set(
        "Authorization",
        await sign({ method, path, query, headers: { host, ...headers }, body }, accessKey, await key),
      );
    },
    refresh(response, request) {
      const serverTime = Date.parse(response.headers.get("Date") ?? "");
      const signedTime = parseSdkDate(request.headers.get("X-Sdk-Date") ?? "");
      // Compared with the time in this signature, not with today's offset: another call may have corrected it meanwhile.
      const isClockOff = Math.abs(serverTime - signedTime) > CLOCK_TOLERANCE;
      if (isClockOff) offset = serverTime - Date.now();
      return isClockOff;
    },
  };
}
