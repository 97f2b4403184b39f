/**
 * Configuration for programs on Node.js, from the variables and the file that users of Huawei Cloud already have, or from
 * where the program runs: providers of temporary keys on a server, in a pod and in a pipeline.
 *
 * @packageDocumentation
 */

export { type LoadConfigOptions, type LoadedConfig, loadConfig, type Setting } from "./config/load-config.ts";
export { type EcsAgencyKeysOptions, ecsAgencyKeys } from "./providers/ecs-agency-keys.ts";
export {
  type IdentityProviderKeysOptions,
  identityProviderKeys,
} from "./providers/identity-provider-keys.ts";
export { type OidcAgencyKeysOptions, oidcAgencyKeys } from "./providers/oidc-agency-keys.ts";
export { type PodIdentityKeysOptions, podIdentityKeys } from "./providers/pod-identity-keys.ts";
export type { Environment, ProviderOptions } from "./providers/settings.ts";
