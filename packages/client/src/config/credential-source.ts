import type { Auth } from "../auth/auth.ts";
import { InputError } from "../errors/errors.ts";
import { accessKeySet, type CredentialSet, type Lookup, passwordSet, tokenSet } from "./credential-set.ts";
import type { CredentialsFile } from "./credentials-file.ts";

/** A source of credentials, with the settings that belong to them. */
export interface CredentialSource {
  /** Name of the source, for messages. */
  readonly name: string;
  readonly lookup: Lookup;
  /** The credentials it may contain; the first that is found is used. */
  readonly sets: readonly CredentialSet[];
  readonly projectId: string;
  readonly iamEndpoint: string;
  /** Whether the user named the source, so that it must contain a credential. */
  readonly isNamed?: boolean;
}

const ENVIRONMENT = "the environment";

/** The variables that the SDKs read. */
export function sdkVariables(lookup: Lookup): CredentialSource {
  return {
    name: ENVIRONMENT,
    lookup,
    sets: [accessKeySet("HUAWEICLOUD_SDK_AK", "HUAWEICLOUD_SDK_SK", "HUAWEICLOUD_SDK_SECURITY_TOKEN")],
    projectId: "HUAWEICLOUD_SDK_PROJECT_ID",
    iamEndpoint: "HUAWEICLOUD_SDK_IAM_ENDPOINT",
  };
}

/** The variables that Terraform reads, in its order: token, access key, password. */
export function terraformVariables(lookup: Lookup): CredentialSource {
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
): CredentialSource {
  return {
    name: `section [basic] of ${path}${file ? "" : " (no such file)"}`,
    lookup: (key) => file?.values.get(key) || undefined,
    sets: [accessKeySet("ak", "sk", "security_token")],
    projectId: "project_id",
    iamEndpoint: "iam_endpoint",
    isNamed,
  };
}

/** A complete credential, and its source. */
export interface FoundCredential {
  readonly source: CredentialSource;
  readonly auth: Auth;
  /** The variables or keys that were used. */
  readonly names: readonly string[];
}

function createAuth({ lookup, name }: CredentialSource, set: CredentialSet, names: readonly string[]): Auth {
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
 * Returns the credential of the first source that contains a part of one. Later sources are not read.
 *
 * @throws {InputError} when that credential is incomplete, or no source contains any.
 */
export async function findCredential(
  candidates: readonly (() => CredentialSource | Promise<CredentialSource>)[],
): Promise<FoundCredential> {
  const searched: string[] = [];
  for (const candidate of candidates) {
    const source = await candidate();
    const { name, lookup, sets, isNamed } = source;
    searched.push(`${sets.map(({ required }) => required.join(" + ")).join(" or ")} in ${name}`);
    const set = sets.find(({ markers }) => markers.some(lookup)) ?? (isNamed ? sets[0] : undefined);
    if (!set) continue;
    const names = [...new Set([...set.markers, ...set.required])].filter(lookup);
    const missing = set.required.filter((key) => !lookup(key));
    if (missing.length === 0) return { source, auth: createAuth(source, set, names), names };
    const beside = names.length > 0 ? ` beside ${names.join(", ")}` : "";
    throw new InputError(
      `The credentials lack ${missing.join(", ")}${beside} in ${name}.${lookedFor(searched)}`,
    );
  }
  throw new InputError(`No credentials found.${lookedFor(searched)}`);
}
