import { type Answer, wrongCredentials } from "./answer.ts";
import { createLockout } from "./lockout.ts";
import { own } from "./own.ts";
import type { ReceivedRequest } from "./received-request.ts";
import { maskHeader } from "./recorded-request.ts";
import { canonicalRequests, sign } from "./signature.ts";

/** Secrets of a temporary access key, which is good only with its security token. */
export interface TemporaryKey {
  /** Secret access key, with which requests have to be signed. */
  secretKey: string;
  /** Expected in the header `X-Security-Token`, which has to be signed. */
  securityToken: string;
}

/** Refuses a request whose signature is not good, as the gateway does. */
export type AccessKeys = (request: ReceivedRequest) => Promise<Answer | undefined>;

const form = /^SDK-HMAC-SHA256 Access=([^,\s]+), ?SignedHeaders=([^,\s]+), ?Signature=([0-9a-f]{64})$/;
const maxClockDifference = 15 * 60_000;

/**
 * Knows the given access keys. The texts of its refusals are the gateway's, except those about the form of the header
 * and the time, which are invented: no document shows them.
 */
export function createAccessKeys(
  keys: Readonly<Record<string, string | TemporaryKey>>,
  now: () => number,
): AccessKeys {
  // "More than 5 consecutive failures lock the key for 5 minutes": the sixth does.
  const lockout = createLockout(6, 5, now);

  return async (request) => {
    const { headers } = request;
    const [, accessKey = "", names = "", signature] = form.exec(headers.get("authorization") ?? "") ?? [];
    if (!signature) return wrongCredentials("authorization is malformed");
    const known = own(keys, accessKey);
    const key: Partial<TemporaryKey> = typeof known === "string" ? { secretKey: known } : (known ?? {});
    const { secretKey, securityToken } = key;
    // A temporary key is unknown without its token.
    if (!secretKey || (securityToken && securityToken !== headers.get("x-security-token"))) {
      return wrongCredentials("Get secretKey failed,ak:***,err:ak not exist");
    }
    if (lockout.locked(accessKey)) return wrongCredentials("AK access failed to reach the limit,forbidden");

    async function complain(secretKey: string): Promise<string | undefined> {
      const date = headers.get("x-sdk-date") ?? "";
      if (!(Math.abs(parseSdkDate(date) - now()) <= maxClockDifference)) {
        return "x-sdk-date is more than 15 minutes off";
      }
      const signedHeaders = names.toLowerCase().split(";").sort();
      const isSigned = (name: string) => signedHeaders.includes(name);
      if (isSigned("x-sdk-date") && (!securityToken || isSigned("x-security-token"))) {
        // The official SDK of Node.js sends and signs a body with its look-up of projects; a GET has none here.
        for (const body of [request.body, "{}"]) {
          const canonicals = await canonicalRequests(
            { ...request, body },
            signedHeaders,
            (_, value) => value,
          );
          for (const canonical of canonicals) {
            if ((await sign(canonical, date, secretKey)) === signature) return undefined;
          }
        }
      }
      // The gateway shows what it has signed, which may hold a token.
      const [shown = ""] = await canonicalRequests(request, signedHeaders, maskHeader);
      return `verify aksk signature fail, canonicalRequest:${shown.replaceAll("\n", "|")}`;
    }

    const complaint = await complain(secretKey);
    lockout.note(accessKey, !complaint);
    return complaint ? wrongCredentials(complaint) : undefined;
  };
}

/** Reads `YYYYMMDDTHHMMSSZ`; anything else gives `NaN`. */
function parseSdkDate(text: string): number {
  return Date.parse(/^\d{8}T\d{6}Z$/.test(text) ? text.replace(/(....)(..)(..T..)(..)/, "$1-$2-$3:$4:") : "");
}
