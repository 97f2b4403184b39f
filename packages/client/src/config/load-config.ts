/// <reference types="node" />
import { join } from "node:path";
import type { Auth } from "../auth/auth.ts";
import { warnOfUnused } from "./config-warnings.ts";
import { addressOf, findEndpoint } from "./configured-address.ts";
import type { Lookup } from "./credential-set.ts";
import {
  type CredentialSource,
  fileSection,
  findCredential,
  sdkVariables,
  terraformVariables,
} from "./credential-source.ts";
import { readCredentialsFile } from "./credentials-file.ts";
import { findHomeFolder } from "./home-folder.ts";

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
 * Finds region, project and credentials where users of Huawei Cloud already have them. Spread the result into the
 * options of `createImagesClient`. Writes nothing, and reads no file but the credentials file.
 *
 * The first source that contains a part of a credential must contain all of it; sources are never mixed:
 * 1. `HUAWEICLOUD_SDK_AK`, `_SK` and, for a temporary key, `_SECURITY_TOKEN`;
 * 2. section `[basic]` of the file that `HUAWEICLOUD_SDK_CREDENTIALS_FILE` names: `ak`, `sk`, `security_token`;
 * 3. `HW_AUTH_TOKEN`; else `HW_ACCESS_KEY`, `HW_SECRET_KEY` and `HW_SECURITY_TOKEN`; else `HW_USER_NAME`,
 *    `HW_USER_PASSWORD` and `HW_DOMAIN_NAME`;
 * 4. the same section of `~/.huaweicloud/credentials`, unless a file is named.
 *
 * Project ID and URL of IAM come from the same source (`_PROJECT_ID`, `_IAM_ENDPOINT`; `HW_PROJECT_ID`, `HW_AUTH_URL`;
 * `project_id`, `iam_endpoint`). `HUAWEICLOUD_SDK_PROJECT_ID` and `_IAM_ENDPOINT` take precedence over a file.
 * `HW_PROJECT_ID` is ignored when the option `region` differs from `HW_REGION_NAME`; `HUAWEICLOUD_SDK_PROJECT_ID` is
 * used, with a warning.
 *
 * The region is the option, else `HW_REGION_NAME`. The URL of Workspace is
 * `HUAWEICLOUD_SDK_REGION_WORKSPACE_<REGION>`, such as `…_CN_NORTH_4`; without a region, it determines both if only one
 * is set. An empty variable counts as absent.
 *
 * @throws {InputError} when there are no credentials, a part is missing or invalid, or the file cannot be read. The
 *   message says what is missing and where it was looked for, never a value.
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
  async function openFile(path: string, isNamed: boolean): Promise<CredentialSource> {
    const file = await readCredentialsFile(path);
    if (file?.isExposed) warnings.push(`Other users can read or change ${path}. Run: chmod 600 ${path}`);
    return fileSection(path, file, isNamed);
  }

  const sdk = sdkVariables(variable);
  const terraform = terraformVariables(variable);
  const named = variable(CREDENTIALS_FILE);
  const { source, auth, names } = await findCredential([
    () => sdk,
    ...(named ? [() => openFile(named, true)] : []),
    () => terraform,
    () =>
      home ? openFile(join(home, DEFAULT_FILE), false) : fileSection(`~/${DEFAULT_FILE}`, undefined, false),
  ]);
  const isFile = source !== sdk && source !== terraform;
  const inFile = isFile ? ` in ${source.name}` : "";
  sources.auth = names.join(", ") + inFile;

  take("region", options.region, "options.region");
  take("region", variable(REGION), REGION);
  const { name: endpoint, region } = findEndpoint(Object.keys(env).filter(variable), settings.region);
  if (endpoint) {
    take("region", region, endpoint);
    take("endpoint", addressOf(variable(endpoint)?.split(",")[0]), endpoint);
  }

  if (isFile) {
    take("projectId", variable(sdk.projectId), sdk.projectId);
    take("iamEndpoint", addressOf(variable(sdk.iamEndpoint)), sdk.iamEndpoint);
  }
  const used = [...names];
  const isOtherRegion = ![settings.region, undefined].includes(variable(REGION));
  const projectId = source.lookup(source.projectId);
  if (projectId && source === terraform && isOtherRegion) {
    warnings.push(`${source.projectId} is not used: its project belongs to the region in ${REGION}`);
    used.push(source.projectId);
  } else take("projectId", projectId, source.projectId + inFile);
  take("iamEndpoint", addressOf(source.lookup(source.iamEndpoint)), source.iamEndpoint + inFile);

  if (isOtherRegion && sources.projectId === sdk.projectId) {
    warnings.push(`${sdk.projectId} is used, although it may belong to the region in ${REGION}`);
  }
  if (named && !isFile) warnings.push(`${CREDENTIALS_FILE} is not used: ${sources.auth} take precedence`);
  used.push(...Object.values(sources));
  warnings.push(...warnOfUnused({ lookup: variable, used, sources: [sdk, terraform], settings }));
  return { ...settings, auth, sources, warnings };
}
