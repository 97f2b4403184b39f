/// <reference types="node" />
import type { AccessKeyProvider } from "../auth/access-key.ts";
import { checkSourceUrl, type KeySource, readKey, send } from "./key-source.ts";
import { type ProviderOptions, readTokenFile, requireSetting } from "./settings.ts";

/** Options of {@link podIdentityKeys}. */
export interface PodIdentityKeysOptions extends ProviderOptions {
  /** URL of the agent. Default `HC_CONTAINER_CREDENTIALS_FULL_URI`. */
  readonly uri?: string | undefined;
  /** File with the token of the pod. Default `HC_CONTAINER_AUTHORIZATION_TOKEN_FILE`. */
  readonly tokenFile?: string | undefined;
}

const source: KeySource = { name: "The pod identity agent", timeout: 5000 };

/** Names of the variables. */
export const POD = {
  uri: "HC_CONTAINER_CREDENTIALS_FULL_URI",
  tokenFile: "HC_CONTAINER_AUTHORIZATION_TOKEN_FILE",
} as const;

/**
 * Provides the temporary keys of the pod identity of Cloud Container Engine (CCE), for `accessKeyAuth`.
 *
 * Sends a `POST` to the agent, with the content of the token file as `Authorization`. The file is read again each time,
 * because the token changes. The request ends after 5 seconds. Nothing is kept: `accessKeyAuth` keeps the key. CCE sets
 * both variables.
 *
 * The provider rejects with an `InputError` when the token file is absent or empty, an `ApiError` when the agent refuses
 * the token, a `ConnectionError`, `TimeoutError` or `ResponseError` when no complete key arrives.
 *
 * @throws {InputError} when the URL is missing, invalid, or http to another host than this machine or the metadata
 *   address; or the file is not named.
 */
export function podIdentityKeys(options: PodIdentityKeysOptions = {}): AccessKeyProvider {
  const { env = process.env } = options;
  const uri = requireSetting("uri", options.uri, POD.uri, env);
  const url = checkSourceUrl(uri.name, uri.value);
  const file = requireSetting("tokenFile", options.tokenFile, POD.tokenFile, env);
  return async ({ signal }) => {
    const token = await readTokenFile(file);
    const response = await send(source, {
      method: "POST",
      url,
      headers: { Authorization: token },
      body: {},
      secrets: [token],
      signal,
    });
    if (response.status < 400) return readKey(source, response);
    throw response.reject(
      `${source.name} refused the token in ${file.value}`,
      "Check the pod identity association of the service account in CCE",
    );
  };
}
