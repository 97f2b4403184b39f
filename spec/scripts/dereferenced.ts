import type { Filter } from "../facts.d.ts";

export type Named<T> = Readonly<Record<string, T>>;

export interface Schema {
  readonly type: string | readonly string[];
  readonly description: string;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly default?: string | number;
  readonly examples?: readonly (string | number)[];
  readonly required?: readonly string[];
  readonly properties?: Named<Schema>;
  readonly "x-extensible-enum"?: readonly string[];
}
export interface WrittenParameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly description: string;
  readonly schema: Schema;
  readonly examples: Named<{ readonly value: string | number }>;
  readonly "x-filter"?: Filter;
}
export interface Example {
  readonly summary: string;
  readonly value: {
    readonly error?: { readonly code: number; readonly message: string };
    readonly error_code?: string;
    readonly error_msg?: string;
  };
  readonly "x-remedy"?: string;
}
export interface Body {
  readonly content: { readonly "application/json": { readonly examples: Named<Example> } };
}
export interface WrittenRequest {
  readonly name: string;
  readonly summary: string;
  readonly url: string;
  readonly response?: string;
}
export type SecurityRequirement = Named<readonly string[]>;
export interface SecurityScheme {
  readonly name: string;
  readonly description: string;
  readonly "x-displayName"?: string;
}
export interface WrittenOperation {
  readonly operationId: string;
  readonly description: string;
  readonly security?: readonly SecurityRequirement[];
  readonly parameters?: readonly WrittenParameter[];
  readonly requestBody?: Body;
  readonly responses: Named<Body>;
  readonly "x-mandatoryHeaders"?: readonly { readonly name: string; readonly value?: string }[];
  readonly "x-requestExamples"?: readonly WrittenRequest[];
}
export interface Server {
  readonly url: string;
  readonly variables?: {
    readonly region?: { readonly enum: readonly string[] };
  };
}
/** A description in which every reference has been replaced by what it points to. */
export interface Dereferenced {
  readonly servers: readonly Server[];
  readonly security: readonly SecurityRequirement[];
  readonly paths: Named<
    { readonly parameters?: readonly WrittenParameter[] } & {
      readonly [method in "get" | "post"]?: WrittenOperation;
    }
  >;
  readonly components: {
    readonly schemas: Named<Schema>;
    readonly securitySchemes?: Named<SecurityScheme>;
  };
}
