/**
 * The mock over HTTP, for tests in any language. Prism validates every request and response against the descriptions.
 *
 * @packageDocumentation
 */

export { type MockServer, type MockServerOptions, startMockServer } from "./mock-server.ts";
