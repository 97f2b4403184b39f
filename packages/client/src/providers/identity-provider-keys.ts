/// <reference types="node" />
import type { AccessKeyProvider } from "../auth/access-key.ts";
import { checkCredential } from "../auth/credential-check.ts";
import { iamEndpointOf } from "../call/endpoint-check.ts";
import { ResponseError } from "../errors/errors.ts";
import { addressOf } from "./address.ts";
import { checkSourceUrl, type KeySource, readKey, send } from "./key-source.ts";
import { findSetting, type ProviderOptions, readTokenFile, requireSetting } from "./settings.ts";

/** Options of {@link identityProviderKeys}. */
export interface IdentityProviderKeysOptions extends ProviderOptions {
  /** ID of the identity provider in IAM. Default `HUAWEICLOUD_SDK_IDP_ID`. */
  readonly idpId?: string | undefined;
  /** File with the ID token. Default `HUAWEICLOUD_SDK_ID_TOKEN_FILE`. */
  readonly tokenFile?: string | undefined;
  /** URL of IAM. Default `HUAWEICLOUD_SDK_IAM_ENDPOINT`, else that of the region. */
  readonly iamEndpoint?: string | undefined;
}

const source: KeySource = { name: "IAM", timeout: 10_000 };

/** Names of the variables. */
export const IDP = {
  idpId: "HUAWEICLOUD_SDK_IDP_ID",
  tokenFile: "HUAWEICLOUD_SDK_ID_TOKEN_FILE",
  iamEndpoint: "HUAWEICLOUD_SDK_IAM_ENDPOINT",
} as const;

/** Seconds that a key is requested for. */
const DURATION = 21_600;

/**
 * Provides temporary keys of a federated user for an OIDC ID token, for `accessKeyAuth`. `oidcAgencyKeys` is the newer
 * way.
 *
 * Sends the ID token to IAM in a `POST`, and the unscoped token that it gets in a second one, which returns a key for six
 * hours. The token file is read again each time. Each request ends after 10 seconds. Nothing is kept: `accessKeyAuth`
 * keeps the key.
 *
 * The provider rejects with an `InputError` when the token file is absent or empty, an `ApiError` when IAM refuses the
 * token, a `ConnectionError`, `TimeoutError` or `ResponseError` when no complete key arrives.
 *
 * @throws {InputError} when the ID or the file is not named, or the URL of IAM is not https.
 */
export function identityProviderKeys(options: IdentityProviderKeysOptions = {}): AccessKeyProvider {
  const { env = process.env } = options;
  const { name, value } = requireSetting("idpId", options.idpId, IDP.idpId, env);
  const idpId = checkCredential(name, value, /^[!-~]+$/, "a string without spaces or line breaks");
  const file = requireSetting("tokenFile", options.tokenFile, IDP.tokenFile, env);
  const iam = findSetting("iamEndpoint", options.iamEndpoint, IDP.iamEndpoint, env) ?? {
    name: "iamEndpoint",
    value: iamEndpointOf(env["HW_REGION_NAME"] ?? ""),
  };
  const base = checkSourceUrl(iam.name, addressOf(iam.value)).replace(/\/+$/, "");
  return async ({ signal }) => {
    const idToken = await readTokenFile(file);
    const issued = await send(source, {
      method: "POST",
      url: `${base}/v3.0/OS-AUTH/id-token/tokens`,
      headers: { "X-Idp-Id": idpId },
      body: { auth: { id_token: { id: idToken } } },
      secrets: [idToken],
      signal,
    });
    if (issued.status >= 400) {
      throw issued.reject(
        `IAM refused the ID token in ${file.value}`,
        "Check the ID of the identity provider, its conversion rules, and whether the token has expired",
      );
    }
    const token = issued.headers.get("X-Subject-Token");
    if (!token) throw new ResponseError("IAM sent no X-Subject-Token for the ID token", "incomplete");
    const response = await send(source, {
      method: "POST",
      url: `${base}/v3.0/OS-CREDENTIAL/securitytokens`,
      body: { auth: { identity: { methods: ["token"], token: { id: token, duration_seconds: DURATION } } } },
      secrets: [idToken, token],
      signal,
    });
    if (response.status < 400) return readKey(source, response);
    throw response.reject(
      "IAM issued no temporary key for its token",
      "Check the permissions of the federated user",
    );
  };
}
