import type { Auth } from "./auth.ts";
import { accessKeySet, type CredentialSet, type Lookup, passwordSet, tokenSet } from "./credential-set.ts";
import type { CredentialsFile } from "./credentials-file.ts";
import { InputError } from "./errors.ts";

/** Somewhere that credentials may be, with the settings that belong to them. */
export interface CredentialPlace {
  /** Where it is, for messages. */
  readonly name: string;
  readonly lookup: Lookup;
  /** What may be there; the first that is counts. */
  readonly sets: readonly CredentialSet[];
  readonly projectId: string;
  readonly iamEndpoint: string;
  /** Whether the user named the place, so that finding nothing there is a mistake. */
  readonly isNamed?: boolean;
}

const ENVIRONMENT = "the environment";

/** The variables that the SDKs read. */
export function sdkVariables(lookup: Lookup): CredentialPlace {
  return {
    name: ENVIRONMENT,
    lookup,
    sets: [accessKeySet("HUAWEICLOUD_SDK_AK", "HUAWEICLOUD_SDK_SK", "HUAWEICLOUD_SDK_SECURITY_TOKEN")],
    projectId: "HUAWEICLOUD_SDK_PROJECT_ID",
    iamEndpoint: "HUAWEICLOUD_SDK_IAM_ENDPOINT",
  };
}

/** The variables that Terraform reads, in its order: token, access key, password. */
export function terraformVariables(lookup: Lookup): CredentialPlace {
  return {
    name: ENVIRONMENT,
    lookup,
    sets: [
      tokenSet("HW_AUTH_TOKEN"),
      accessKeySet("HW_ACCESS_KEY", "HW_SECRET_KEY", "HW_SECURITY_TOKEN"),
      passwordSet("HW_USER_NAME", "HW_USER_PASSWORD", "HW_DOMAIN_NAME"),
    ],
    projectId: "HW_PROJECT_ID",
    iamEndpoint: "HW_AUTH_URL",
  };
}

/** The file that the SDKs read. */
export function fileSection(
  path: string,
  file: CredentialsFile | undefined,
  isNamed: boolean,
): CredentialPlace {
  return {
    name: `section [basic] of ${path}${file ? "" : " (no such file)"}`,
    lookup: (key) => file?.values.get(key),
    sets: [accessKeySet("ak", "sk", "security_token")],
    projectId: "project_id",
    iamEndpoint: "iam_endpoint",
    isNamed,
  };
}

/** A credential that is complete, and the place that has it. */
export interface FoundCredential {
  readonly place: CredentialPlace;
  readonly auth: Auth;
  /** The variables or keys that were used. */
  readonly names: readonly string[];
}

function createAuth({ lookup, name }: CredentialPlace, set: CredentialSet, names: readonly string[]): Auth {
  try {
    return set.create((key) => lookup(key) ?? "", lookup);
  } catch (error) {
    throw error instanceof InputError
      ? new InputError(`${names.join(", ")} in ${name}: ${error.message}`, error.field)
      : error;
  }
}

/** One line for each source, so that a reader sees at a glance which of them was meant. */
function lookedFor(searched: readonly string[]): string {
  return ` Looked for:${searched.map((source) => `\n- ${source}`).join("")}`;
}

/**
 * Takes the credential of the first place that has a part of one. Later places are not even looked at.
 *
 * @throws {InputError} when that credential is incomplete, or no place has any.
 */
export async function findCredential(
  candidates: readonly (() => CredentialPlace | Promise<CredentialPlace>)[],
): Promise<FoundCredential> {
  const searched: string[] = [];
  for (const candidate of candidates) {
    const place = await candidate();
    const { name, lookup, sets, isNamed } = place;
    searched.push(`${sets.map(({ needed }) => needed.join(" + ")).join(" or ")} in ${name}`);
    const set = sets.find(({ telling }) => telling.some(lookup)) ?? (isNamed ? sets[0] : undefined);
    if (!set) continue;
    const names = [...new Set([...set.telling, ...set.needed])].filter(lookup);
    const missing = set.needed.filter((key) => !lookup(key));
    if (missing.length === 0) return { place, auth: createAuth(place, set, names), names };
    const beside = names.length > 0 ? ` beside ${names.join(", ")}` : "";
    throw new InputError(
      `The credentials lack ${missing.join(", ")}${beside} in ${name}.${lookedFor(searched)}`,
    );
  }
  throw new InputError(`No credentials found.${lookedFor(searched)}`);
}
