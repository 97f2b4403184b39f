/**
 * The mock over HTTP, for tests in any language. Prism validates every request and response against the descriptions.
 *
 * @packageDocumentation
 */

export {
  type CredentialSourcesServer,
  type CredentialSourcesServerOptions,
  startCredentialSources,
} from "./credential-sources.ts";
export { type MockServer, type MockServerOptions, startMockServer } from "./mock-server.ts";
