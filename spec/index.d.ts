/** An OpenAPI 3.1 description as data; every `$ref` points into the same document. */
export interface OpenApiDescription {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string; readonly [field: string]: unknown };
  readonly servers: readonly OpenApiServer[];
  readonly paths: { readonly [path: string]: { readonly [method: string]: unknown } };
  readonly components: { readonly [kind: string]: { readonly [name: string]: unknown } };
  readonly [field: string]: unknown;
}

/** A server of a description; `{name}` in its `url` stands for a variable. */
export interface OpenApiServer {
  readonly url: string;
  readonly description?: string;
  readonly variables?: {
    readonly [name: string]: {
      readonly default: string;
      readonly enum?: readonly string[];
      readonly description?: string;
    };
  };
}

/** Description of `GET /v2/{project_id}/images`, the product images of Huawei Cloud Workspace. */
export const images: OpenApiDescription;

/** Description of the two IAM calls that a client of the images needs: create a token, look up a project. */
export const iam: OpenApiDescription;

/** Version of the description of the images (`info.version`). */
export const VERSION: string;
