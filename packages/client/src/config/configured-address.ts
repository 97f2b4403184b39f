const ENDPOINT_PREFIX = "HUAWEICLOUD_SDK_REGION_WORKSPACE_";

/** The variable with the address of Workspace that the SDKs would use, and the region that it is for. */
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
