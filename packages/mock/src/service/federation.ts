import {
  agencyNotFound,
  authenticationRequired,
  badRequest,
  identityProviderNotFound,
  notTrusted,
  requestBodyInvalid,
} from "../generated/described-errors.gen.ts";
import type { ReceivedRequest } from "../requests/received-request.ts";
import { changedError } from "./error-response.ts";
import type { IdTokens } from "./id-tokens.ts";
import { keyResponse } from "./key-response.ts";
import { listed, readBody, text } from "./request-body.ts";
import type { ServiceResponse } from "./service-response.ts";
import type { TemporaryKeys } from "./temporary-keys.ts";
import { tokenResponse } from "./token-response.ts";
import type { Tokens } from "./tokens.ts";

/** The calls of IAM and STS that turn an ID token into a temporary access key. */
export interface Federation {
  /** Handles `POST /v3.0/OS-AUTH/id-token/tokens`. Sends an unscoped token, valid for 24 hours of the clock. */
  createTokenWithIdToken(request: ReceivedRequest): ServiceResponse;
  /** Handles `POST /v3.0/OS-CREDENTIAL/securitytokens`, with an unscoped token or any other valid one in the body. */
  createTemporaryAccessKeyByToken(request: ReceivedRequest): ServiceResponse;
  /** Handles `POST /v5/agencies/assume-with-oidc`. */
  assumeAgencyWithOidc(request: ReceivedRequest): ServiceResponse;
}

/** Creates the calls. `tokens` are those that services accept, `unscoped` those that only IAM does. */
export function createFederation(
  findProblem: IdTokens,
  tokens: Tokens,
  unscoped: Tokens,
  keys: TemporaryKeys,
): Federation {
  return {
    createTokenWithIdToken({ headers, body, time }) {
      const idpId = headers.get("x-idp-id");
      const idToken = readBody(body, ({ auth }) => text(auth.id_token.id));
      if (!idToken || !idpId) return requestBodyInvalid;
      const problem = findProblem({ idToken, idpId });
      if (problem === "idpId") {
        const error_msg = `Could not find identity_provider: ${idpId}.`;
        return changedError(identityProviderNotFound, { error_msg });
      }
      if (problem) return authenticationRequired;
      const user = { id: "FederationUser", name: "FederationUser" };
      return tokenResponse(unscoped, time, { methods: ["mapped"], user });
    },

    createTemporaryAccessKeyByToken({ body, time }) {
      const token = readBody(body, ({ auth: { identity } }) => {
        const { id, duration_seconds } = identity.token;
        listed(identity.methods, "token");
        return { id: text(id), seconds: duration(duration_seconds, 900) };
      });
      if (!token) return requestBodyInvalid;
      const { id, seconds } = token;
      if ((unscoped.has(id) ? unscoped : tokens).check(id, time)) return authenticationRequired;
      return keyResponse(201, keys.issue(seconds, time));
    },

    assumeAgencyWithOidc({ body, time }) {
      const given = readBody(body, (json) => ({
        idToken: text(json.id_token),
        providerUrn: text(json.provider_urn),
        agencyUrn: text(json.agency_urn),
        session: text(json.agency_session_name),
        seconds: duration(json.duration_seconds, 3600),
      }));
      if (!given) return badRequest;
      const { idToken, providerUrn, agencyUrn, session, seconds } = given;
      const problem = findProblem({ idToken, providerUrn, agencyUrn });
      if (problem === "agencyUrn") {
        return changedError(agencyNotFound, { error_msg: `the agency '${agencyUrn}' cannot be found` });
      }
      if (problem) return notTrusted;
      const { accessKey, secretKey, securityToken, expiresAt } = keys.issue(seconds, time);
      const urn = agencyUrn.replace(/^iam::(.*?):agency:/, "sts::$1::assumed-agency:");
      const credentials = {
        access_key_id: accessKey,
        secret_access_key: secretKey,
        security_token: securityToken,
        expiration: expiresAt.toISOString(),
      };
      const assumed_agency = { urn: `${urn}/${session}`, id: `${agencyUrn}:${session}` };
      return { status: 200, body: { credentials, assumed_agency, provider: providerUrn } };
    },
  };
}

function duration(seconds: unknown, usual: number): number {
  if (seconds === undefined) return usual;
  if (Number.isInteger(seconds) && Number(seconds) > 0) return Number(seconds);
  throw new TypeError();
}
