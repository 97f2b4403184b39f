/**
 * Client for the product images of Huawei Cloud Workspace. `createImagesClient` creates it from a region and
 * credentials: `tokenAuth`, `passwordAuth` or `accessKeyAuth`. Every failure is one of five error classes; check `code`.
 *
 * @packageDocumentation
 */

export type { AccessKeyAuthOptions, AccessKeyProvider, ProvidedAccessKey } from "./auth/access-key.ts";
export { accessKeyAuth } from "./auth/access-key-auth.ts";
export type { AttemptEnd, Auth, AuthContext, RenewalEnd, SendOptions } from "./auth/auth.ts";
export { type MfaOptions, type PasswordAuthOptions, passwordAuth } from "./auth/password-auth.ts";
export { type TokenProvider, tokenAuth } from "./auth/token-auth.ts";
export type { CallOptions } from "./call/call.ts";
export type { AttemptEvent, CallEvent, ClientEvent, ListingEvent } from "./call/event.ts";
export type { RetryOptions } from "./call/retry.ts";
export type { TransportOptions } from "./call/transport.ts";
export { type EndpointOptions, type Endpoints, resolveEndpoints } from "./endpoint.ts";
export {
  ApiError,
  type ClientError,
  ConnectionError,
  InputError,
  isWorkspaceImagesError,
  ResponseError,
  type ResponseErrorReason,
  TimeoutError,
  WorkspaceImagesError,
} from "./errors/errors.ts";
export type { ApiErrorDetails, AttemptReport, ErrorReport } from "./errors/report.ts";
export type { components, operations, paths } from "./generated/images.gen.ts";
export { knownValues } from "./generated/known-values.gen.ts";
export {
  createImagesClient,
  type ImagesClient,
  type ImagesClientOptions,
  type ImagesHttp,
} from "./images-client.ts";
export type { ImageInfo, ImagePage, ImagesQuery } from "./listing/image.ts";
export type { PageOptions } from "./listing/paging.ts";
