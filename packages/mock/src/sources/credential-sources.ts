import { faultResponse } from "../faults/fault-response.ts";
import { createResponder, type Handler, type Responder } from "../responder/responder.ts";
import { checkProperties } from "../usage/property-rules.ts";
import { createMetadata } from "./metadata.ts";
import { createPodIdentity, podIdentityPath } from "./pod-identity.ts";
import { type CredentialSourceOptions, type KeyIssuer, optionRules } from "./source-options.ts";
import { textResponse } from "./text-response.ts";

/** The metadata of a server and the pod identity of a cluster, with faults and recorded requests like those of a mock. */
export interface CredentialSources extends Responder {
  /** Origin of the metadata, which replaces `http://169.254.169.254`. */
  readonly metadataUrl: string;
  /** Address of the pod identity, for `HC_CONTAINER_CREDENTIALS_FULL_URI`. */
  readonly podIdentityUri: string;
}

/** Creates the sources. A mock accepts their keys. Throws a `MockUsageError` for an unknown or invalid option. */
export function createCredentialSources(
  mock: KeyIssuer,
  options: CredentialSourceOptions = {},
): CredentialSources {
  checkProperties("option", options, optionRules);
  const start = () =>
    new Map([...createMetadata(mock, options), ...createPodIdentity(mock, options.podToken)]);
  let calls = start();

  function begin(): Handler {
    const current = calls;
    return async (request, fault) => {
      const call = current.get(`${request.method} ${request.url.pathname}`);
      return faultResponse(fault, textResponse) ?? call?.(request) ?? textResponse(404);
    };
  }

  const responder = createResponder(
    begin,
    () => false,
    () => mock.now(),
  );
  const url = (options.url ?? "http://metadata.mock.test").replace(/\/$/, "");
  return {
    ...responder,
    metadataUrl: url,
    podIdentityUri: `${url}${podIdentityPath}`,
    reset() {
      calls = start();
      responder.reset();
    },
  };
}
