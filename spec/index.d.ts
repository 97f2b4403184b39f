/**
 * The OpenAPI descriptions as data, and the types of the responses. The descriptions are files of the package, too, such
 * as `images.yaml` and `images.json`; `images.d.ts`, `iam.d.ts` and `sts.d.ts` have the types of everything that they
 * describe.
 *
 * @packageDocumentation
 */

import type { components } from "./dist/images.d.ts";

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
    readonly [name: string]: { readonly default: string; readonly enum?: readonly string[] };
  };
}

/** One product image. */
export type ImageInfo = components["schemas"]["ImageInfo"];

/** One page of product images. */
export type ImagePage = components["schemas"]["ImagePage"];

/** Body of an error response of Workspace or of the gateway. */
export type ErrorBody = components["schemas"]["ErrorBody"];

/** Description of `GET /v2/{project_id}/images`, the product images of Huawei Cloud Workspace. */
export const images: OpenApiDescription;

/** Description of the IAM calls that a client of the images needs: tokens, temporary access keys, a project lookup. */
export const iam: OpenApiDescription;

/** Description of the STS call that exchanges an ID token for a temporary access key. */
export const sts: OpenApiDescription;

/** Description of how tests control the mock server over HTTP: faults, recorded requests, images, the clock. */
export const mockControl: OpenApiDescription;

/** Version of the description of the images (`info.version`). */
export const VERSION: string;

/** Version of the description of IAM (`info.version`). */
export const IAM_VERSION: string;

/** Version of the description of STS (`info.version`). */
export const STS_VERSION: string;

/** Version of the description of the control of the mock server (`info.version`). */
export const MOCK_CONTROL_VERSION: string;
