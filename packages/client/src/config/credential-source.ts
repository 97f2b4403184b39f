import type { Auth } from "../auth/auth.ts";
import { InputError } from "../errors/errors.ts";
import { IDP } from "../providers/identity-provider-keys.ts";
import type { Environment } from "../providers/settings.ts";
import {
  accessKeySet,
  type CredentialSet,
  identityProviderSet,
  type Lookup,
  oidcSet,
  passwordSet,
  podSet,
  tokenSet,
} from "./credential-set.ts";
import type { CredentialsFile } from "./credentials-file.ts";

/** A source of credentials, with the settings that belong to them. */
export interface CredentialSource {
  /** Name of the source, for messages. */
  readonly name: string;
  /** Why it contains nothing, if it does not. */
  readonly absence: string;
  readonly lookup: Lookup;
  /** The credentials it may contain; the first that is found is used. */
  readonly sets: readonly CredentialSet[];
  readonly projectId: string;
  readonly iamEndpoint: string;
  /** The variable by which the user named the source, so that it must contain a credential. */
  readonly namedBy?: string | undefined;
}

const ENVIRONMENT = "the environment";

/** The variables that the SDKs read. */
export function sdkVariables(lookup: Lookup): CredentialSource {
  return {
    name: ENVIRONMENT,
    absence: "not set",
    lookup,
    sets: [
      oidcSet,
      identityProviderSet(IDP.idpId, IDP.tokenFile, IDP.iamEndpoint),
      accessKeySet("HUAWEICLOUD_SDK_AK", "HUAWEICLOUD_SDK_SK", "HUAWEICLOUD_SDK_SECURITY_TOKEN"),
    ],
    projectId: "HUAWEICLOUD_SDK_PROJECT_ID",
    iamEndpoint: IDP.iamEndpoint,
  };
}

/** The variables that Terraform reads, in its order: token, access key, password. */
export function terraformVariables(lookup: Lookup): CredentialSource {
  return {
    name: ENVIRONMENT,
    absence: "not set",
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

/** The variables that CCE sets in a pod. */
export function podVariables(lookup: Lookup): CredentialSource {
  const { projectId, iamEndpoint } = sdkVariables(lookup);
  return { name: ENVIRONMENT, absence: "not set", lookup, sets: [podSet], projectId, iamEndpoint };
}

/** The file that the SDKs read. */
export function fileSection(
  path: string,
  file: CredentialsFile | undefined,
  namedBy?: string,
): CredentialSource {
  return {
    name: `section [basic] of ${path}`,
    absence: file ? "not set" : "no such file",
    lookup: (key) => file?.values.get(key) || undefined,
    sets: [
      identityProviderSet("idp_id", "id_token_file", "iam_endpoint"),
      accessKeySet("ak", "sk", "security_token"),
    ],
    projectId: "project_id",
    iamEndpoint: "iam_endpoint",
    namedBy,
  };
}

/** A complete credential, and its source. */
export interface FoundCredential {
  readonly source: CredentialSource;
  readonly auth: Auth;
  /** The variables or keys that were used. */
  readonly names: readonly string[];
}

/** What a set consists of, for messages. */
function describe({ required }: CredentialSet): string {
  return required.map((names) => (names.length > 1 ? `(${names.join(" or ")})` : names)).join(" + ");
}

function createAuth(
  { lookup, name }: CredentialSource,
  set: CredentialSet,
  names: readonly string[],
  env: Environment,
): Auth {
  try {
    return set.create((key) => lookup(key) ?? "", lookup, env);
  } catch (error) {
    throw error instanceof InputError
      ? new InputError(`${names.join(", ")} in ${name}: ${error.message}`, error.field)
      : error;
  }
}

/** Joins names to the subject of a sentence with the form of "to be". */
function are(names: readonly string[]): string {
  return `${names.join(", ")} ${names.length > 1 ? "are" : "is"}`;
}

/** The credential, or one line for each source that says why it gave none. */
export type Search =
  | { readonly found: FoundCredential }
  | { readonly found?: undefined; readonly lines: string[] };

/**
 * Returns the credential of the first source that contains a part of one. Later sources are not read.
 *
 * @param env The variables that providers read.
 * @throws {InputError} when that credential is incomplete.
 */
export async function findCredential(
  candidates: readonly (() => CredentialSource | Promise<CredentialSource>)[],
  env: Environment,
): Promise<Search> {
  const lines: string[] = [];
  for (const candidate of candidates) {
    const source = await candidate();
    const { name, absence, lookup, sets, namedBy } = source;
    const set = sets.find(({ markers }) => markers.some(lookup));
    if (!set && namedBy) {
      const expected = sets.map(describe).join(", or ");
      throw new InputError(
        `No credentials in ${name}, which ${namedBy} names: ${absence}. It must contain ${expected}.`,
      );
    }
    if (!set) {
      lines.push(...sets.map((one) => `${describe(one)} in ${name}: ${absence}`));
      continue;
    }
    const names = [...new Set([...set.markers, ...set.required.flat()])].filter(lookup);
    const missing = set.required.filter((group) => !group.some(lookup)).map((group) => group.join(" or "));
    if (missing.length === 0) return { found: { source, auth: createAuth(source, set, names, env), names } };
    throw new InputError(
      `Incomplete credentials in ${name}: ${are(names)} set, but ${are(missing)} not. Set all of them or none.`,
    );
  }
  return { lines };
}
