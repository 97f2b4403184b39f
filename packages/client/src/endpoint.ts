import { InputError } from "./errors.ts";
import { demand } from "./requirement.ts";

/** Where a client sends its requests; without slashes at the end. */
export interface Endpoints {
  readonly endpoint: string;
  readonly iamEndpoint: string;
}

export interface EndpointOptions {
  readonly region?: string | undefined;
  readonly endpoint?: string | undefined;
  readonly iamEndpoint?: string | undefined;
  readonly allowInsecure?: boolean | undefined;
}

function checkEndpoint(name: string, value: string, allowInsecure: boolean | undefined): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  // The value is not shown: it may hold a password.
  const wrong = (problem: string) =>
    new InputError(
      `${name} ${problem}; it has to be like https://workspace.cn-north-4.myhuaweicloud.com`,
      name,
    );
  if (!url || !/^https?:$/.test(url.protocol)) throw wrong("is not an http or https address");
  if (url.username || url.password || /[?#]/.test(url.href))
    throw wrong("has credentials, a query or a fragment");
  const isLoopback = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
  if (url.protocol === "http:" && !isLoopback && !allowInsecure) {
    throw new InputError(
      `${name} is http, which shows the credentials to the network. Use https, or set allowInsecure`,
      name,
    );
  }
  return url.href.replace(/\/+$/, "");
}

/**
 * Finds the endpoints from the options. The global IAM host serves all regions but those of the European site; a
 * custom endpoint serves IAM as well, unless `iamEndpoint` says otherwise.
 */
export function resolveEndpoints({
  region,
  endpoint,
  iamEndpoint,
  allowInsecure,
}: EndpointOptions): Endpoints {
  const isRegion = region === undefined || /^[a-z]+(-[a-z\d]+)+$/.test(region);
  demand(isRegion, "region", region, 'like "cn-north-4"');
  if (endpoint === undefined && region === undefined) {
    throw new InputError("region or endpoint is missing", "region");
  }
  const own = checkEndpoint(
    "endpoint",
    endpoint ?? `https://workspace.${region}.myhuaweicloud.com`,
    allowInsecure,
  );
  const [, host] = /^https:\/\/workspace\.([\w-]+)\.myhuaweicloud\.(?:com|eu)$/.exec(own) ?? [];
  const iam = host?.startsWith("eu-")
    ? `https://iam.${host}.myhuaweicloud.eu`
    : "https://iam.myhuaweicloud.com";
  return {
    endpoint: own,
    iamEndpoint: checkEndpoint("iamEndpoint", iamEndpoint ?? (host ? iam : own), allowInsecure),
  };
}
