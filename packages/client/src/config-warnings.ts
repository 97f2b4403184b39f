import type { CredentialPlace } from "./credential-place.ts";
import type { Lookup } from "./credential-set.ts";

/** Of which variables users would otherwise believe that they have an effect. */
export interface VariableUse {
  readonly lookup: Lookup;
  /** Variables that the result depends on. */
  readonly used: readonly string[];
  /** All places that consist of variables. */
  readonly places: readonly CredentialPlace[];
  readonly settings: { readonly region?: string; readonly endpoint?: string; readonly projectId?: string };
}

/** Says which variables that are set have no effect, where that may surprise. */
export function warnOfUnused({ lookup, used, places, settings }: VariableUse): string[] {
  const warnings: string[] = [];
  const names = places.flatMap(({ sets, projectId, iamEndpoint }) => [
    ...sets.flatMap(({ telling }) => telling),
    projectId,
    iamEndpoint,
  ]);
  const unused = names.filter((name) => lookup(name) && !used.includes(name));
  if (unused.length > 0) warnings.push(`Not used, because others go before: ${unused.join(", ")}`);
  const { region, endpoint, projectId } = settings;
  if (!projectId && ![undefined, region].includes(lookup("HW_PROJECT_NAME"))) {
    warnings.push("HW_PROJECT_NAME is not supported: set the ID of the project instead");
  }
  if (!endpoint && ![undefined, "myhuaweicloud.com"].includes(lookup("HW_CLOUD"))) {
    warnings.push("HW_CLOUD is not supported: give the client an endpoint instead");
  }
  return warnings;
}
