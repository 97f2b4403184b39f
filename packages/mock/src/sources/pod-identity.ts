import { keyResponse } from "../service/key-response.ts";
import type { Call, KeyIssuer } from "./source-options.ts";
import { textResponse } from "./text-response.ts";

/** Path of the pod identity; a cluster has its own. */
export const podIdentityPath = "/pod-identity/credentials";

/**
 * Creates the pod identity of a cluster, by method and path. **Assumptions:** an invalid token is a 401, and the key has
 * the shape of the metadata, one of those that the official SDKs read.
 */
export function createPodIdentity(mock: KeyIssuer, podToken: string | undefined): Map<string, Call> {
  const getKey: Call = ({ headers }) => {
    const given = headers.get("authorization");
    const isValid = given && given === (podToken ?? given);
    return isValid ? keyResponse(200, mock.issueTemporaryKey()) : textResponse(401);
  };
  return new Map([[`POST ${podIdentityPath}`, getKey]]);
}
