import { isQuoted } from "../auth/credential-check.ts";
import type { Lookup } from "./credential-set.ts";
import type { CredentialSource } from "./credential-source.ts";

/** Which variables are set, and which of them the configuration depends on. */
export interface VariableUse {
  readonly lookup: Lookup;
  /** Variables that the configuration depends on. */
  readonly used: readonly string[];
  /** All sources that consist of variables. */
  readonly sources: readonly CredentialSource[];
  readonly settings: { readonly region?: string; readonly endpoint?: string; readonly projectId?: string };
}

/** Warns about variables that are set but have no effect, where that may be a surprise. */
export function warnOfUnused({ lookup, used, sources, settings }: VariableUse): string[] {
  const warnings: string[] = [];
  const names = sources.flatMap(({ sets, projectId, iamEndpoint }) => [
    ...sets.flatMap(({ markers }) => markers),
    projectId,
    iamEndpoint,
  ]);
  const unused = names.filter((name) => lookup(name) && !used.includes(name));
  if (unused.length > 0)
    warnings.push(`Not used, because other variables take precedence: ${unused.join(", ")}`);
  for (const name of ["HW_USER_PASSWORD", "HW_USER_NAME", "HW_DOMAIN_NAME"]) {
    if (used.includes(name) && isQuoted(lookup(name) ?? ""))
      warnings.push(`${name} is in quotation marks, which are sent as part of it`);
  }
  const { region, endpoint, projectId } = settings;
  if (!projectId && ![undefined, region].includes(lookup("HW_PROJECT_NAME"))) {
    warnings.push("HW_PROJECT_NAME is not supported. Set the project ID instead");
  }
  if (!endpoint && ![undefined, "myhuaweicloud.com"].includes(lookup("HW_CLOUD"))) {
    warnings.push("HW_CLOUD is not supported. Pass an endpoint to the client instead");
  }
  return warnings;
}
