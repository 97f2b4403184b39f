export type { Auth, AuthContext } from "./auth.ts";
export type { CallOptions } from "./call.ts";
export {
  ApiError,
  type ApiErrorDetails,
  type ClientError,
  ConnectionError,
  InputError,
  isWorkspaceImagesError,
  ResponseError,
  TimeoutError,
  WorkspaceImagesError,
} from "./errors.ts";
export type { ClientEvent } from "./event.ts";
export type { ImageInfo, ImagePage, ImagesQuery } from "./image.ts";
export type { components, operations, paths } from "./images.gen.ts";
export { createImagesClient, type ImagesClient, type ImagesClientOptions } from "./images-client.ts";
export type { PageOptions } from "./paging.ts";
export type { AttemptReport, ErrorReport } from "./report.ts";
export type { RetryOptions } from "./retry.ts";
export { type TokenProvider, tokenAuth } from "./token-auth.ts";
