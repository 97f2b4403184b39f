/**
 * Client for the product images of Huawei Cloud Workspace, made by `createImagesClient` from a region and credentials:
 * `tokenAuth`, `passwordAuth` or `accessKeyAuth`. Each failure is one of five errors, told apart by `code`.
 *
 * @packageDocumentation
 */

export { type AccessKeyAuthOptions, accessKeyAuth } from "./access-key-auth.ts";
export type { Auth, AuthContext, SendOptions } from "./auth.ts";
export type { CallOptions } from "./call.ts";
export { type EndpointOptions, type Endpoints, resolveEndpoints } from "./endpoint.ts";
export {
  ApiError,
  type ApiErrorDetails,
  type ClientError,
  ConnectionError,
  InputError,
  isWorkspaceImagesError,
  ResponseError,
  type ResponseErrorReason,
  TimeoutError,
  WorkspaceImagesError,
} from "./errors.ts";
export type { CallEvent, ClientEvent } from "./event.ts";
export type { ImageInfo, ImagePage, ImagesQuery } from "./image.ts";
export type { components, operations, paths } from "./images.gen.ts";
export {
  createImagesClient,
  type ImagesClient,
  type ImagesClientOptions,
  type ImagesHttp,
} from "./images-client.ts";
export type { PageOptions } from "./paging.ts";
export { type MfaOptions, type PasswordAuthOptions, passwordAuth } from "./password-auth.ts";
export type { AttemptReport, ErrorReport } from "./report.ts";
export type { RetryOptions } from "./retry.ts";
export { type TokenProvider, tokenAuth } from "./token-auth.ts";
