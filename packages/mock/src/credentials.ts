/**
 * Where a program on a server or in a pod gets its temporary access keys: the metadata of an ECS, and pod identity. They
 * issue keys that a mock accepts.
 *
 * @packageDocumentation
 */

export type { Responder } from "./responder/responder.ts";
export { type CredentialSources, createCredentialSources } from "./sources/credential-sources.ts";
export type { CredentialSourceOptions, KeyIssuer } from "./sources/source-options.ts";
