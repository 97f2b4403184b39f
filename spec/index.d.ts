/**
 * The OpenAPI descriptions as data, and the types of what they describe. The descriptions are files of the package,
 * too, such as `images.yaml` and `images.json`.
 *
 * @packageDocumentation
 */

import type { components as IamComponents, paths as IamPaths } from "./dist/iam.d.ts";
import type { components as ImagesComponents, paths as ImagesPaths } from "./dist/images.d.ts";

/** An OpenAPI 3.1 description as data; every `$ref` points into the same document. */
export interface OpenApiDescription {
  /** Version of OpenAPI. */
  readonly openapi: string;
  /** Title and version of the description, and more. */
  readonly info: { readonly title: string; readonly version: string; readonly [field: string]: unknown };
  /** Addresses of the service. */
  readonly servers: readonly OpenApiServer[];
  /** Operations by path and method. */
  readonly paths: { readonly [path: string]: { readonly [method: string]: unknown } };
  /** What operations refer to, such as `schemas`, by kind and name. */
  readonly components: { readonly [kind: string]: { readonly [name: string]: unknown } };
  readonly [field: string]: unknown;
}

/** A server of a description; `{name}` in its `url` stands for a variable. */
export interface OpenApiServer {
  /** Address, with variables in braces. */
  readonly url: string;
  /** What the server is for. */
  readonly description?: string;
  /** Values of the variables, by name. */
  readonly variables?: {
    readonly [name: string]: {
      readonly default: string;
      readonly enum?: readonly string[];
      readonly description?: string;
    };
  };
}

/** Operations of the description of the images by path and method, as openapi-fetch takes them. */
export type { ImagesPaths };

/** Operations of the description of IAM by path and method, as openapi-fetch takes them. */
export type { IamPaths };

/** One product image. */
export type ImageInfo = ImagesComponents["schemas"]["ImageInfo"];

/** One page of product images. */
export type ImagePage = ImagesComponents["schemas"]["ImagePage"];

/** Body of an error response of Workspace or of the gateway. */
export type ErrorBody = ImagesComponents["schemas"]["ErrorBody"];

/** Body that describes a new token. */
export type TokenBody = IamComponents["schemas"]["TokenBody"];

/** Projects that match a lookup. */
export type ProjectList = IamComponents["schemas"]["ProjectList"];

/** Description of `GET /v2/{project_id}/images`, the product images of Huawei Cloud Workspace. */
export const images: OpenApiDescription;

/** Description of the two IAM calls that a client of the images needs: create a token, look up a project. */
export const iam: OpenApiDescription;

/** Version of the description of the images (`info.version`). */
export const VERSION: string;

/** Version of the description of IAM (`info.version`). */
export const IAM_VERSION: string;
