export type { TemporaryKey } from "./access-keys.ts";
export { createImages } from "./create-images.ts";
export type { Fault, RequestMatch } from "./fault.ts";
export { createMock, type Mock, type MockOptions } from "./mock.ts";
export type { MockImage } from "./mock-image.ts";
export { MockUsageError } from "./mock-usage-error.ts";
export type { RecordedRequest } from "./recorded-request.ts";
export { sampleImages } from "./sample-images.ts";
export type { MockUser } from "./users.ts";
