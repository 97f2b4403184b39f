/// <reference types="node" />
import type { AccessKeyProvider } from "../auth/access-key.ts";
import { InputError } from "../errors/errors.ts";
import { readKey } from "./key-source.ts";
import { createMetadata, type Metadata, NO_AGENCY } from "./metadata.ts";
import type { Environment, ProviderOptions } from "./settings.ts";

/** Options of {@link ecsAgencyKeys}. */
export interface EcsAgencyKeysOptions extends ProviderOptions {
  /** URL of the metadata service. Default `http://169.254.169.254`. Http only for that address and this machine. */
  readonly endpoint?: string | undefined;
}

const OFF = "HUAWEICLOUD_SDK_METADATA_DISABLED";

/** The variable that turns the metadata off, if it is set. */
export function metadataSwitch(env: Environment): string | undefined {
  return env[OFF]?.trim().toLowerCase() === "true" ? OFF : undefined;
}

/** Reads the key of the agency from the metadata. */
export async function readAgencyKey({ source, get }: Metadata, signal: AbortSignal) {
  const response = await get("/openstack/latest/securitykey", { signal });
  const { status, text } = response;
  if (status < 400) return readKey(source, response);
  if (status === 401 && text.includes(NO_AGENCY)) {
    throw response.reject(
      "No agency is attached to this server",
      "Attach one in the ECS console, with the permission workspace:images:list",
    );
  }
  throw response.reject(`${source.name} returned no key`, "Check the agency of the server");
}

/**
 * Provides the temporary keys of the agency that is attached to this ECS, for `accessKeyAuth`.
 *
 * Sends requests to the metadata service of the server only: a `PUT` for a metadata token, which is kept for up to 5.4
 * hours, and a `GET` of the key with that token. A server without tokens (version 1) is asked without. Each request ends
 * after 3 seconds. The key is not kept: `accessKeyAuth` does that. If the program uses a proxy, except 169.254.169.254.
 *
 * The provider rejects with an `ApiError` when no agency is attached or the service fails, a `ConnectionError` or a
 * `TimeoutError` when this machine has no such service, a `ResponseError` when the key is incomplete, and an
 * `InputError` while `HUAWEICLOUD_SDK_METADATA_DISABLED` is `true`.
 *
 * @throws {InputError} when the URL is invalid.
 * @see https://support.huaweicloud.com/intl/en-us/usermanual-ecs/ecs_03_0166.html
 */
export function ecsAgencyKeys({ endpoint, env = process.env }: EcsAgencyKeysOptions = {}): AccessKeyProvider {
  const metadata = createMetadata(endpoint);
  return async ({ signal }) => {
    const off = metadataSwitch(env);
    if (off) throw new InputError(`The metadata service of this server is turned off by ${off}`);
    return readAgencyKey(metadata, signal);
  };
}
