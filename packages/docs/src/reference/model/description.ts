export type Named<T> = Readonly<Record<string, T>>;

/** The parts of an OpenAPI 3.1 description that the reference shows, without references. */
export interface Description {
  readonly info: { readonly title: string; readonly summary: string; readonly description: string };
  readonly externalDocs?: Link;
  readonly servers: readonly Server[];
  readonly security: readonly Requirement[];
  readonly paths: Named<PathItem>;
  readonly components: { readonly securitySchemes?: Named<SecurityScheme> };
}
export interface Link {
  readonly url: string;
  readonly description: string;
}
export interface Server {
  readonly url: string;
  readonly description?: string;
  readonly variables?: Named<{ readonly default: string; readonly enum?: readonly string[] }>;
}
/** Names of the security schemes that one set of credentials needs. */
export type Requirement = Named<unknown>;

export interface SecurityScheme {
  /** Name of the header. */
  readonly name: string;
  readonly description: string;
}
export type PathItem = Partial<Record<Method, DescribedOperation>> & {
  readonly parameters?: readonly Parameter[];
};
export type Method = "get" | "head" | "post" | "put" | "patch" | "delete";

export interface DescribedOperation {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly externalDocs?: Link;
  readonly security?: readonly Requirement[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: {
    readonly required?: boolean;
    readonly description: string;
    readonly content: Content;
  };
  readonly responses: Named<DescribedResponse>;
  readonly "x-codeSamples"?: readonly CodeSample[];
}
export interface CodeSample {
  readonly label: string;
  readonly lang: string;
  readonly source: string;
}
export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required?: boolean;
  readonly description: string;
  readonly schema: Schema;
  readonly examples?: Named<DescribedExample>;
}
export interface DescribedResponse {
  readonly description: string;
  readonly headers?: Named<Header>;
  readonly content?: Content;
}
export interface Header {
  readonly description: string;
  readonly required?: boolean;
  readonly schema: Schema;
  readonly example?: unknown;
  readonly examples?: Named<DescribedExample>;
}
export type Content = Named<{ readonly schema: Schema; readonly examples?: Named<DescribedExample> }>;

export interface DescribedExample {
  readonly summary?: string;
  readonly description?: string;
  readonly value: unknown;
  readonly "x-remedy"?: string;
}
export interface Schema {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly required?: readonly string[];
  readonly properties?: Named<Schema>;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly "x-extensible-enum"?: readonly unknown[];
  readonly "x-unit"?: string;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly [bound: string]: unknown;
}
