/// <reference types="node" />
import { join } from "node:path";
import type { Auth } from "../auth/auth.ts";
import { InputError } from "../errors/errors.ts";
import { addressOf } from "../providers/address.ts";
import { warnOfUnused } from "./config-warnings.ts";
import { findEndpoint } from "./configured-address.ts";
import type { Lookup } from "./credential-set.ts";
import {
  type CredentialSource,
  fileSection,
  findCredential,
  podVariables,
  sdkVariables,
  terraformVariables,
} from "./credential-source.ts";
import { readCredentialsFile } from "./credentials-file.ts";
import { findHomeFolder } from "./home-folder.ts";
import { findServerMetadata, METADATA, type ServerMetadata } from "./server-metadata.ts";

/** Where {@link loadConfig} looks for configuration. */
export interface LoadConfigOptions {
  /** Region such as `cn-north-4`; takes precedence over `HW_REGION_NAME`. */
  readonly region?: string | undefined;
  /** Environment variables. Default `process.env`. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
  /** Folder that contains `.huaweicloud/credentials`. Default: the home folder of the user. */
  readonly home?: string | undefined;
}

/** The options for a client that were found; the others are absent. */
export interface LoadedConfig {
  /** Region of the project. */
  readonly region?: string;
  /** URL of Workspace. */
  readonly endpoint?: string;
  /** URL of IAM. */
  readonly iamEndpoint?: string;
  /** Project ID. */
  readonly projectId?: string;
  /** The credentials of the first source that has any. */
  readonly auth: Auth;
  /** Which variables, keys or options each setting comes from; never a value. */
  readonly sources: Readonly<Partial<Record<Setting | "auth", string>>>;
  /** Problems the user should know about, such as a file that others can read; never a value. */
  readonly warnings: readonly string[];
}

/** A setting that can be found. */
export type Setting = "region" | "endpoint" | "iamEndpoint" | "projectId";

const CREDENTIALS_FILE = "HUAWEICLOUD_SDK_CREDENTIALS_FILE";
const DEFAULT_FILE = ".huaweicloud/credentials";
const REGION = "HW_REGION_NAME";

/**
 * Finds region, project and credentials where users of Huawei Cloud already have them, and otherwise asks where the
 * program runs. Spread the result into the options of `createImagesClient`. Writes nothing, and reads no file but the
 * credentials file; the providers read their token files.
 *
 * The first source that contains a part of a credential must contain all of it; sources are never mixed:
 * 1. `HUAWEICLOUD_OIDC_PROVIDER_URN`, `_AGENCY_URN` and `_TOKEN_FILE` or `_ID_TOKEN`, for `oidcAgencyKeys`;
 * 2. `HUAWEICLOUD_SDK_IDP_ID` and `HUAWEICLOUD_SDK_ID_TOKEN_FILE`, for `identityProviderKeys`;
 * 3. `HUAWEICLOUD_SDK_AK`, `_SK` and, for a temporary key, `_SECURITY_TOKEN`;
 * 4. section `[basic]` of the file that `HUAWEICLOUD_SDK_CREDENTIALS_FILE` names: `idp_id` and `id_token_file`; else `ak`,
 *    `sk`, `security_token`;
 * 5. `HW_AUTH_TOKEN`; else `HW_ACCESS_KEY`, `HW_SECRET_KEY` and `HW_SECURITY_TOKEN`; else `HW_USER_NAME`,
 *    `HW_USER_PASSWORD` and `HW_DOMAIN_NAME`;
 * 6. the same section of `~/.huaweicloud/credentials`, unless a file is named;
 * 7. `HC_CONTAINER_CREDENTIALS_FULL_URI` and `HC_CONTAINER_AUTHORIZATION_TOKEN_FILE`, which CCE sets, for
 *    `podIdentityKeys`;
 * 8. the metadata of this server, as `ecsAgencyKeys` does, unless `HUAWEICLOUD_SDK_METADATA_DISABLED` is `true`. It is
 *    asked only when no other source contains anything, for one second at most. Nothing else is sent before a call.
 *
 * Project ID and URL of IAM come from the same source (`_PROJECT_ID`, `_IAM_ENDPOINT`; `HW_PROJECT_ID`, `HW_AUTH_URL`;
 * `project_id`, `iam_endpoint`). `HUAWEICLOUD_SDK_PROJECT_ID` and `_IAM_ENDPOINT` take precedence over a file.
 * `HW_PROJECT_ID` is ignored when the option `region` differs from `HW_REGION_NAME`; `HUAWEICLOUD_SDK_PROJECT_ID` and
 * the `project_id` of a file are used, with a warning. Pods and servers use any of these variables. The region and the
 * project of the metadata serve when nothing else says them.
 *
 * The region is the option, else `HW_REGION_NAME`. The URL of Workspace is
 * `HUAWEICLOUD_SDK_REGION_WORKSPACE_<REGION>`, such as `…_CN_NORTH_4`; without a region, it determines both if only one
 * is set. An empty variable counts as absent.
 *
 * @throws {InputError} when there are no credentials, a part is missing or invalid, or the file cannot be read. The
 *   message says what is missing, or for each source why it gave nothing, never a value.
 */
export async function loadConfig(options: LoadConfigOptions = {}): Promise<LoadedConfig> {
  const { env = process.env, home = findHomeFolder() } = options;
  const variable: Lookup = (name) => env[name] || undefined;
  const warnings: string[] = [];
  const settings: Partial<Record<Setting, string>> = {};
  const sources: Partial<Record<Setting | "auth", string>> = {};
  function take(setting: Setting, value: string | undefined, source: string): void {
    if (value === undefined || settings[setting] !== undefined) return;
    settings[setting] = value;
    sources[setting] = source;
  }
  function takeEndpoint(): void {
    const { name, region } = findEndpoint(Object.keys(env).filter(variable), settings.region);
    if (!name) return;
    take("region", region, name);
    take("endpoint", addressOf(variable(name)?.split(",")[0]), name);
  }
  async function openFile(path: string, namedBy?: string): Promise<CredentialSource> {
    const file = await readCredentialsFile(path);
    if (file?.isExposed) warnings.push(`Other users can read or change ${path}. Run: chmod 600 ${path}`);
    return fileSection(path, file, namedBy);
  }

  take("region", options.region, "options.region");
  take("region", variable(REGION), REGION);
  takeEndpoint();

  const sdk = sdkVariables(variable);
  const terraform = terraformVariables(variable);
  const pod = podVariables(variable);
  const named = variable(CREDENTIALS_FILE);
  const search = await findCredential(
    [
      () => sdk,
      ...(named ? [() => openFile(named, CREDENTIALS_FILE)] : []),
      () => terraform,
      () => (home ? openFile(join(home, DEFAULT_FILE)) : fileSection(`~/${DEFAULT_FILE}`, undefined)),
      () => pod,
    ],
    { ...env, [REGION]: settings.region },
  );
  let server: ServerMetadata | undefined;
  if (!search.found) {
    const metadata = await findServerMetadata(env);
    if (typeof metadata === "string") {
      const lines = [...search.lines, `${METADATA}: ${metadata}`];
      const list = lines.map((line) => `\n- ${line}`).join("");
      throw new InputError(`No credentials found. Looked for:${list}`, "auth");
    }
    server = metadata;
  }
  const { source, auth, names } = search.found ?? {
    source: undefined,
    auth: server?.auth as Auth,
    names: [],
  };

  const isFile = source !== undefined && ![sdk, terraform, pod].includes(source);
  const inFile = isFile ? ` in ${source.name}` : "";
  sources.auth = source ? names.join(", ") + inFile : METADATA;
  if (server?.region) {
    take("region", server.region, METADATA);
    takeEndpoint();
  }

  const isOtherRegion = ![settings.region, undefined].includes(variable(REGION));
  const used = [...names];
  // Sources in order of precedence: a file and where the program runs leave the first word to the variables.
  const places =
    source === sdk || source === terraform ? [source] : [sdk, ...(isFile ? [source] : [terraform])];
  for (const place of places) {
    const suffix = place === source ? inFile : "";
    const projectId = place.lookup(place.projectId);
    if (projectId && place === terraform && isOtherRegion) {
      warnings.push(`${place.projectId} is not used: its project belongs to the region in ${REGION}`);
      used.push(place.projectId);
    } else take("projectId", projectId, place.projectId + suffix);
    take("iamEndpoint", addressOf(place.lookup(place.iamEndpoint)), place.iamEndpoint + suffix);
  }
  if (server?.region === settings.region) take("projectId", server?.projectId, METADATA);

  if (isOtherRegion && sources.projectId && sources.projectId !== METADATA) {
    warnings.push(`${sources.projectId} is used, although it may belong to the region in ${REGION}`);
  }
  if (named && !isFile) warnings.push(`${CREDENTIALS_FILE} is not used: ${sources.auth} take precedence`);
  used.push(...Object.values(sources));
  warnings.push(...warnOfUnused({ lookup: variable, used, sources: [sdk, terraform], settings }));
  return { ...settings, auth, sources, warnings };
}
