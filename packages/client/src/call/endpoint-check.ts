import { InputError } from "../errors/errors.ts";
import { isLoopback } from "./proxy.ts";

/** Returns the URL of a service without trailing slashes; throws unless credentials may be sent to it. */
export function checkEndpoint(name: string, value: string, allowInsecure: boolean | undefined): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  // The value is not shown: it may contain a password.
  const invalid = (problem: string) => new InputError(`${name} ${problem}`, name);
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw invalid("is not a valid http or https URL like https://workspace.cn-north-4.myhuaweicloud.com");
  }
  if (url.username || url.password || /[?#]/.test(url.href))
    throw invalid("must not have credentials, a query or a fragment");
  if (url.protocol === "http:" && !isLoopback(url.hostname) && !allowInsecure) {
    throw invalid("is http, which exposes the credentials to the network. Use https, or set allowInsecure");
  }
  return url.href.replace(/\/+$/, "");
}

/** Returns the URL of IAM for a region: the global one serves all but those of the European site. */
export function iamEndpointOf(region: string): string {
  return region.startsWith("eu-")
    ? `https://iam.${region}.myhuaweicloud.eu`
    : "https://iam.myhuaweicloud.com";
}
