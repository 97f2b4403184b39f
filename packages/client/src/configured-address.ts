const ENDPOINT_PREFIX = "HUAWEICLOUD_SDK_REGION_WORKSPACE_";

/** Adds what the SDKs let users leave out, and takes away the version that Terraform's address of IAM ends with. */
export function addressOf(value: string | undefined): string | undefined {
  const address = value?.trim().replace(/\/v3\/?$/, "");
  return address && (address.includes("://") ? address : `https://${address}`);
}

/** The address of Workspace that the SDKs would take, the first when there are several, and the region it is for. */
export function findEndpoint(
  names: readonly string[],
  region: string | undefined,
): { readonly name?: string | undefined; readonly region?: string | undefined } {
  if (region !== undefined) {
    return { name: `${ENDPOINT_PREFIX}${region.toUpperCase().replaceAll("-", "_")}`, region };
  }
  const [name, ...others] = names.filter((candidate) => candidate.startsWith(ENDPOINT_PREFIX));
  if (!name || others.length > 0) return {};
  return { name, region: name.slice(ENDPOINT_PREFIX.length).toLowerCase().replaceAll("_", "-") };
}
