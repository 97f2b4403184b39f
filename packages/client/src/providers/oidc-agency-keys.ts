/// <reference types="node" />
import type { AccessKeyProvider } from "../auth/access-key.ts";
import { isQuoted } from "../auth/credential-check.ts";
import { InputError } from "../errors/errors.ts";
import { addressOf } from "./address.ts";
import { checkSourceUrl, type KeySource, readKey, send } from "./key-source.ts";
import { findSetting, type ProviderOptions, readTokenFile, requireSetting } from "./settings.ts";

/** Options of {@link oidcAgencyKeys}. */
export interface OidcAgencyKeysOptions extends ProviderOptions {
  /** URN of the OIDC identity provider in IAM. Default `HUAWEICLOUD_OIDC_PROVIDER_URN`. */
  readonly providerUrn?: string | undefined;
  /** URN of the trust agency. Default `HUAWEICLOUD_OIDC_AGENCY_URN`. */
  readonly agencyUrn?: string | undefined;
  /**
   * ID token, or a function that returns one whenever a key is needed. Default `HUAWEICLOUD_OIDC_ID_TOKEN`. A token in a
   * string serves until it expires, so later keys need a function or a file.
   */
  readonly idToken?:
    | string
    | ((request: { readonly signal: AbortSignal }) => string | Promise<string>)
    | undefined;
  /** File with the ID token, if there is no `idToken`. Default `HUAWEICLOUD_OIDC_TOKEN_FILE`. */
  readonly tokenFile?: string | undefined;
  /** URL of STS. Default `HUAWEICLOUD_SDK_STS_ENDPOINT`, else that of `HW_REGION_NAME`, else that of cn-north-4. */
  readonly stsEndpoint?: string | undefined;
}

const source: KeySource = { name: "STS", timeout: 10_000 };

/** Regions that have an STS of their own. Any STS may be asked. */
const REGIONS =
  /^(af-south-1|ap-southeast-[1-4]|cn-east-3|cn-north-4|cn-south-1|cn-southwest-2|la-south-2|sa-brazil-1|tr-west-1)$/;

/** Names of the variables. */
export const OIDC = {
  providerUrn: "HUAWEICLOUD_OIDC_PROVIDER_URN",
  agencyUrn: "HUAWEICLOUD_OIDC_AGENCY_URN",
  idToken: "HUAWEICLOUD_OIDC_ID_TOKEN",
  tokenFile: "HUAWEICLOUD_OIDC_TOKEN_FILE",
  sessionName: "HUAWEICLOUD_OIDC_SESSION_NAME",
  durationSeconds: "HUAWEICLOUD_OIDC_DURATION_SECONDS",
  policy: "HUAWEICLOUD_OIDC_POLICY",
  policyIds: "HUAWEICLOUD_OIDC_POLICY_IDS",
} as const;

function parseDuration(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InputError(`${OIDC.durationSeconds} must be a number of seconds, such as 3600`);
}

/**
 * Provides temporary keys of a trust agency for an OIDC ID token, such as that of a GitHub Actions job, for
 * `accessKeyAuth`.
 *
 * Sends a `POST` with the ID token to STS, which is not signed. `HUAWEICLOUD_OIDC_SESSION_NAME`, `_DURATION_SECONDS`,
 * `_POLICY` and `_POLICY_IDS` are sent when they are set. A token file is read again each time. The request ends after 10
 * seconds. Nothing is kept: `accessKeyAuth` keeps the key.
 *
 * The provider rejects with an `InputError` when there is no valid ID token, an `ApiError` when STS refuses it, a
 * `ConnectionError`, `TimeoutError` or `ResponseError` when no complete key arrives.
 *
 * @throws {InputError} when a URN or the token is missing, or the URL of STS is not https.
 * @see https://support.huaweicloud.com/intl/en-us/usermanual-iam5/iam_01_1237.html
 */
export function oidcAgencyKeys(options: OidcAgencyKeysOptions = {}): AccessKeyProvider {
  const { env = process.env, idToken } = options;
  const providerUrn = requireSetting("providerUrn", options.providerUrn, OIDC.providerUrn, env);
  const agencyUrn = requireSetting("agencyUrn", options.agencyUrn, OIDC.agencyUrn, env);
  const given =
    typeof idToken === "function" ? undefined : findSetting("idToken", idToken, OIDC.idToken, env);
  const readToken =
    typeof idToken === "function" ? idToken : given && !options.tokenFile ? () => given.value : undefined;
  const file = readToken ? undefined : requireSetting("tokenFile", options.tokenFile, OIDC.tokenFile, env);
  const region = env["HW_REGION_NAME"] ?? "";
  const sts = findSetting("stsEndpoint", options.stsEndpoint, "HUAWEICLOUD_SDK_STS_ENDPOINT", env) ?? {
    name: "stsEndpoint",
    value: `https://sts.${REGIONS.test(region) ? region : "cn-north-4"}.myhuaweicloud.com`,
  };
  const base = checkSourceUrl(sts.name, addressOf(sts.value)).replace(/\/+$/, "");
  const duration_seconds = parseDuration(env[OIDC.durationSeconds] || "3600");
  const policy = env[OIDC.policy];
  const policyIds = env[OIDC.policyIds]
    ?.split(",")
    .map((id) => id.trim())
    .filter(Boolean);
  return async ({ signal }) => {
    const id_token = file ? await readTokenFile(file) : await readToken?.({ signal });
    if (typeof id_token !== "string" || !/^[!-~]+$/.test(id_token) || isQuoted(id_token)) {
      throw new InputError(
        "The ID token must be a string without spaces, line breaks or quotation marks around it",
        "idToken",
      );
    }
    const response = await send(source, {
      method: "POST",
      url: `${base}/v5/agencies/assume-with-oidc`,
      body: {
        provider_urn: providerUrn.value,
        agency_urn: agencyUrn.value,
        agency_session_name: env[OIDC.sessionName] || "oidc-sts-session",
        id_token,
        duration_seconds,
        ...(policy && { policy }),
        ...(policyIds?.length && { policy_ids: policyIds }),
      },
      secrets: [id_token],
      signal,
    });
    if (response.status < 400) return readKey(source, response);
    throw response.reject(
      "STS refused the token",
      "Check the URNs, the trust policy of the agency, and whether the token has expired",
    );
  };
}
