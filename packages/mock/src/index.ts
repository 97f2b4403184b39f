/**
 * The product images service of Huawei Cloud Workspace in memory: `createMock` gives a `fetch` that filters, pages,
 * checks credentials and fails on demand. It depends on nothing and runs in Node.js, browsers and workers.
 *
 * @packageDocumentation
 */

export type { TemporaryKey } from "./access-keys.ts";
export { createImages } from "./create-images.ts";
export type { Fault, RequestMatch } from "./fault.ts";
export { createMock, type Mock, type MockOptions } from "./mock.ts";
export type { MockImage } from "./mock-image.ts";
export type { MockReply } from "./mock-reply.ts";
export { MockUsageError } from "./mock-usage-error.ts";
export type { RecordedRequest } from "./recorded-request.ts";
export { sampleImages } from "./sample-images.ts";
export type { MockUser } from "./users.ts";
