/**
 * The product images service of Huawei Cloud Workspace in memory: `createMock` returns a `fetch` that filters, pages,
 * checks credentials and fails on demand. It has no dependencies and runs in Node.js, browsers and workers.
 *
 * @packageDocumentation
 */

export type { Fault, RequestMatch } from "./faults/fault.ts";
export { createImages } from "./images/create-images.ts";
export type { MockImage } from "./images/mock-image.ts";
export { sampleImages } from "./images/sample-images.ts";
export { createMock, type Mock } from "./mock.ts";
export type { MockOptions } from "./mock-options.ts";
export type { MockRequest } from "./requests/received-request.ts";
export type { RecordedRequest } from "./requests/recorded-request.ts";
export type { MockResponse } from "./responder/mock-response.ts";
export type { Responder } from "./responder/responder.ts";
export type { MockIdToken } from "./service/id-tokens.ts";
export type { IssuedKey, TemporaryKey } from "./service/temporary-keys.ts";
export type { MockUser } from "./service/users.ts";
export { MockUsageError } from "./usage/mock-usage-error.ts";
