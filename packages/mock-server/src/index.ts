/**
 * The mock over HTTP, for tests in any language: Prism holds each request and each answer to the descriptions.
 *
 * @packageDocumentation
 */

export { type MockServer, type MockServerOptions, startMockServer } from "./mock-server.ts";
