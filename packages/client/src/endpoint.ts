import { checkEndpoint, iamEndpointOf } from "./call/endpoint-check.ts";
import { InputError } from "./errors/errors.ts";
import { requireInput } from "./errors/requirement.ts";

/** Where a client sends its requests; without trailing slashes. */
export interface Endpoints {
  /** URL of Workspace. */
  readonly endpoint: string;
  /** URL of IAM. */
  readonly iamEndpoint: string;
}

/** Where the service is. `region` or `endpoint` is required. */
export interface EndpointOptions {
  /** Region such as `cn-north-4`; determines the endpoint, and the project unless `projectId` is set. */
  readonly region?: string | undefined;
  /** URL of Workspace, if it is not that of the region: a mock, a proxy, another domain. */
  readonly endpoint?: string | undefined;
  /** URL of IAM. Default: the global one, that of a European region, or `endpoint` if it is not a Huawei Cloud host. */
  readonly iamEndpoint?: string | undefined;
  /** Allows unencrypted http to hosts other than this machine. Default false. */
  readonly allowInsecure?: boolean | undefined;
}

/**
 * Returns the endpoints for the options. The global IAM host serves all regions except those of the European site; a
 * custom endpoint also serves IAM unless `iamEndpoint` is set.
 *
 * @throws {InputError} when an option is missing or invalid.
 */
export function resolveEndpoints({
  region,
  endpoint,
  iamEndpoint,
  allowInsecure,
}: EndpointOptions): Endpoints {
  const isRegion = region === undefined || /^[a-z]+(-[a-z\d]+)+$/.test(region);
  requireInput(isRegion, "region", region, 'like "cn-north-4"');
  if (endpoint === undefined && region === undefined) {
    throw new InputError("region or endpoint is missing", "region");
  }
  const own = checkEndpoint(
    "endpoint",
    endpoint ?? `https://workspace.${region}.myhuaweicloud.com`,
    allowInsecure,
  );
  const [, host] = /^https:\/\/workspace\.([\w-]+)\.myhuaweicloud\.(?:com|eu)$/.exec(own) ?? [];
  return {
    endpoint: own,
    iamEndpoint: checkEndpoint(
      "iamEndpoint",
      iamEndpoint ?? (host ? iamEndpointOf(host) : own),
      allowInsecure,
    ),
  };
}
