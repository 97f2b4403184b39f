/**
 * Configuration that users of Huawei Cloud have already, in variables and in a file, for programs on Node.js.
 *
 * @packageDocumentation
 */

/// <reference types="node" />
import { homedir } from "node:os";
import { join } from "node:path";
import type { Auth } from "./auth.ts";
import { warnOfUnused } from "./config-warnings.ts";
import { addressOf, findEndpoint } from "./configured-address.ts";
import {
  type CredentialPlace,
  fileSection,
  findCredential,
  sdkVariables,
  terraformVariables,
} from "./credential-place.ts";
import type { Lookup } from "./credential-set.ts";
import { readCredentialsFile } from "./credentials-file.ts";

/** Where {@link loadConfig} looks. */
export interface LoadConfigOptions {
  /** Region such as `cn-north-4`; goes before `HW_REGION_NAME`. */
  readonly region?: string | undefined;
  /** Variables. Default `process.env`. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
  /** Folder that has `.huaweicloud/credentials`. Default: that of the user. */
  readonly home?: string | undefined;
}

/** Options of a client as they were found; what was not found is absent. */
export interface LoadedConfig {
  /** Region of the project. */
  readonly region?: string;
  /** Address of Workspace, with a scheme. */
  readonly endpoint?: string;
  /** Address of IAM, with a scheme. */
  readonly iamEndpoint?: string;
  /** Project ID. */
  readonly projectId?: string;
  /** The credentials that come first. */
  readonly auth: Auth;
  /** Which variables, keys or options gave what; never a value. */
  readonly sources: Readonly<Partial<Record<Setting | "auth", string>>>;
  /** What the user should know, such as a file that others can read; never a value. */
  readonly warnings: readonly string[];
}

/** Options that can be found. */
export type Setting = "region" | "endpoint" | "iamEndpoint" | "projectId";

const CREDENTIALS_FILE = "HUAWEICLOUD_SDK_CREDENTIALS_FILE";
const REGION = "HW_REGION_NAME";

/**
 * Finds region, project and credentials where users of Huawei Cloud have them already. The result spreads into
 * `createImagesClient`. Nothing is written, and nothing but the credentials file is read.
 *
 * The first place that has a part of a credential has to have all of it; credentials are never mixed:
 * 1. `HUAWEICLOUD_SDK_AK`, `_SK` and, for a temporary key, `_SECURITY_TOKEN`;
 * 2. section `[basic]` of the file that `HUAWEICLOUD_SDK_CREDENTIALS_FILE` names: `ak`, `sk`, `security_token`;
 * 3. `HW_AUTH_TOKEN`; else `HW_ACCESS_KEY`, `HW_SECRET_KEY` and `HW_SECURITY_TOKEN`; else `HW_USER_NAME`,
 *    `HW_USER_PASSWORD` and `HW_DOMAIN_NAME`;
 * 4. the same section of `~/.huaweicloud/credentials`, unless a file is named.
 *
 * Project ID and address of IAM come from the same place (`_PROJECT_ID`, `_IAM_ENDPOINT`; `HW_PROJECT_ID`,
 * `HW_AUTH_URL`; `project_id`, `iam_endpoint`). `HUAWEICLOUD_SDK_PROJECT_ID` and `_IAM_ENDPOINT` go before what a file
 * says; `HW_PROJECT_ID` is left out when the option is another region than `HW_REGION_NAME`.
 *
 * The region is the option, else `HW_REGION_NAME`. The address of Workspace is
 * `HUAWEICLOUD_SDK_REGION_WORKSPACE_<REGION>`, such as `…_CN_NORTH_4`; without a region, the only one that is set gives
 * both. An empty variable counts as absent.
 *
 * @throws {InputError} when there are no credentials, a part is missing or impossible, or the file cannot be read. The
 *   message says what is missing and where it was looked for, never a value.
 */
export async function loadConfig(options: LoadConfigOptions = {}): Promise<LoadedConfig> {
  const { env = process.env, home } = options;
  const variable: Lookup = (name) => env[name] || undefined;
  const warnings: string[] = [];
  const settings: Partial<Record<Setting, string>> = {};
  const sources: Partial<Record<Setting | "auth", string>> = {};
  function take(setting: Setting, value: string | undefined, source: string): void {
    if (value === undefined || settings[setting] !== undefined) return;
    settings[setting] = value;
    sources[setting] = source;
  }
  async function openFile(path: string, isNamed: boolean): Promise<CredentialPlace> {
    const file = await readCredentialsFile(path);
    if (file?.isExposed) warnings.push(`Other users can read or change ${path}. Run: chmod 600 ${path}`);
    return fileSection(path, file, isNamed);
  }

  const sdk = sdkVariables(variable);
  const terraform = terraformVariables(variable);
  const named = variable(CREDENTIALS_FILE);
  const { place, auth, names } = await findCredential([
    () => sdk,
    ...(named ? [() => openFile(named, true)] : []),
    () => terraform,
    () => openFile(join(home ?? homedir(), ".huaweicloud", "credentials"), false),
  ]);
  const isFile = place !== sdk && place !== terraform;
  const inFile = isFile ? ` in ${place.name}` : "";
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
  const projectId = place.lookup(place.projectId);
  if (projectId && place === terraform && ![settings.region, undefined].includes(variable(REGION))) {
    warnings.push(`${place.projectId} is not used: a project is of one region, and ${REGION} says another`);
    used.push(place.projectId);
  } else take("projectId", projectId, place.projectId + inFile);
  take("iamEndpoint", addressOf(place.lookup(place.iamEndpoint)), place.iamEndpoint + inFile);

  if (named && !isFile) warnings.push(`${CREDENTIALS_FILE} is not used: ${sources.auth} go before`);
  used.push(...Object.values(sources));
  warnings.push(...warnOfUnused({ lookup: variable, used, places: [sdk, terraform], settings }));
  return { ...settings, auth, sources, warnings };
}
