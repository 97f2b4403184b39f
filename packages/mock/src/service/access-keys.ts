import type { ReceivedRequest } from "../requests/received-request.ts";
import { maskHeader } from "../requests/recorded-request.ts";
import { credentialsError } from "./error-response.ts";
import { createLockout } from "./lockout.ts";
import type { ServiceResponse } from "./service-response.ts";
import { canonicalRequests, sign } from "./signature.ts";
import type { TemporaryKey, TemporaryKeys } from "./temporary-keys.ts";

/** Returns the gateway's error unless the signature of a request is valid. */
export type SignatureCheck = (request: ReceivedRequest) => Promise<ServiceResponse | undefined>;

const form = /^SDK-HMAC-SHA256 Access=([^,\s]+), ?SignedHeaders=([^,\s]+), ?Signature=([0-9a-f]{64})$/;
const maxClockDifference = 15 * 60_000;

/**
 * Accepts the given access keys, and issued ones until they expire. The error texts are those of the gateway, except for
 * a malformed header and a wrong time: no document shows these, so they are invented.
 */
export function createAccessKeys(
  keys: Readonly<Record<string, string | TemporaryKey>>,
  issued: TemporaryKeys,
): SignatureCheck {
  const known = new Map(Object.entries(keys));
  // "More than 5 consecutive failures lock the key for 5 minutes": the sixth does.
  const lockout = createLockout<string>(6, 5);

  return async (request) => {
    const { headers, time } = request;
    const [, accessKey = "", names = "", signature] = form.exec(headers.get("authorization") ?? "") ?? [];
    if (!signature) return credentialsError("authorization is malformed");
    const issuedKey = issued.find(accessKey);
    const secrets = known.get(accessKey) ?? issuedKey;
    const key: Partial<TemporaryKey> = typeof secrets === "string" ? { secretKey: secrets } : (secrets ?? {});
    const { secretKey, securityToken } = key;
    const unknown = "Get secretKey failed,ak:***,err:ak not exist";
    if (!secretKey) {
      const remedy = "To make the key known to the mock, set accessKeys, or --access-key at the shell.";
      return credentialsError(`${unknown}. ${remedy}`);
    }
    // **Assumption:** the gateway no longer knows an expired key; no document shows its error.
    if (issuedKey && issuedKey.expiresAt.getTime() <= time) {
      return credentialsError(`${unknown}. The temporary key has expired.`);
    }
    // Without its security token, the gateway does not know a temporary key.
    if (securityToken && securityToken !== headers.get("x-security-token")) {
      return credentialsError(unknown);
    }
    if (lockout.isLocked(accessKey, time)) {
      return credentialsError("AK access failed to reach the limit,forbidden");
    }

    async function findProblem(secretKey: string): Promise<string | undefined> {
      const date = headers.get("x-sdk-date") ?? "";
      if (!(Math.abs(parseSdkDate(date) - time) <= maxClockDifference)) {
        return "x-sdk-date is more than 15 minutes off";
      }
      const signedHeaders = names.toLowerCase().split(";").sort();
      const isSigned = (name: string) => signedHeaders.includes(name);
      if (isSigned("x-sdk-date") && (!securityToken || isSigned("x-security-token"))) {
        // The official SDK for Node.js signs and sends a body with its project lookup; here a GET has no body.
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
      // The gateway shows the text that should have been signed, which may contain a token.
      const [shown = ""] = await canonicalRequests(request, signedHeaders, maskHeader);
      return `verify aksk signature fail, canonicalRequest:${shown.replaceAll("\n", "|")}`;
    }

    const problem = await findProblem(secretKey);
    lockout.count(accessKey, !problem, time);
    return problem ? credentialsError(problem) : undefined;
  };
}

/** Parses `YYYYMMDDTHHMMSSZ`; returns `NaN` for any other text. */
function parseSdkDate(text: string): number {
  return Date.parse(/^\d{8}T\d{6}Z$/.test(text) ? text.replace(/(....)(..)(..T..)(..)/, "$1-$2-$3:$4:") : "");
}
