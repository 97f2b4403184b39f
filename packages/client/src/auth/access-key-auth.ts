import type { Auth } from "./auth.ts";
import { checkCredential } from "./credential-check.ts";
import { formatSdkDate, importSecretKey, parseSdkDate, sign } from "./signature.ts";

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

function check(name: keyof AccessKeyAuthOptions, value: unknown): string {
  return checkCredential(name, value, /^[!-+--~]+$/, "an ASCII string without spaces, commas or line breaks");
}

/**
 * Authenticates by signing each attempt with an access key (SDK-HMAC-SHA256). The signature covers method, path, query,
 * host, time, project and security token, as they are sent.
 *
 * A 401 is not replayed, because more than five failures in a row lock the key for five minutes. The exception: if the
 * `Date` of the response shows that the clock of this machine is wrong, the request is replayed once, and the offset is
 * kept for later signatures.
 *
 * @throws {InputError} when a part of the key is empty or contains white space, a comma or a non-ASCII character.
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
      // Compared with the time of this signature, not with the current offset: another call may have changed that.
      const isClockWrong = Math.abs(serverTime - signedTime) > CLOCK_TOLERANCE;
      if (isClockWrong) offset = serverTime - Date.now();
      return isClockWrong;
    },
  };
}
