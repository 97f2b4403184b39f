import { images } from "@workspace-images/spec";

/** A named example and the status of its response. */
export interface NamedExample {
  readonly status: number;
  readonly name: string;
  readonly value: unknown;
}

/** A query parameter and the values at and beyond its bounds. */
export interface Bounds {
  readonly name: string;
  readonly allowed: readonly (string | number)[];
  readonly rejected: readonly (string | number)[];
}

interface Operation {
  readonly parameters: readonly { readonly $ref: string }[];
  readonly responses: Readonly<Record<string, { readonly $ref: string }>>;
}
interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema: {
    readonly type: string;
    readonly enum?: readonly string[];
    readonly minimum?: number;
    readonly maximum?: number;
    readonly minLength?: number;
    readonly maxLength?: number;
  };
}
interface Response {
  readonly content: {
    readonly "application/json": { readonly examples: Readonly<Record<string, { readonly $ref: string }>> };
  };
}

const operation = images.paths["/v2/{project_id}/images"]?.["get"] as Operation;

function follow<T>({ $ref }: { readonly $ref: string }): T {
  const [, , kind = "", name = ""] = $ref.split("/");
  return images.components[kind]?.[name] as T;
}

export const statuses = Object.keys(operation.responses).map(Number);

export const examples: readonly NamedExample[] = Object.entries(operation.responses).flatMap(
  ([status, response]) =>
    Object.entries(follow<Response>(response).content["application/json"].examples).map(
      ([name, example]) => ({
        status: Number(status),
        name,
        value: follow<{ value: unknown }>(example).value,
      }),
    ),
);

function boundsOf({ name, schema }: Parameter): Bounds {
  const { type, minimum = 0, maximum = 0, minLength = 0, maxLength = 0 } = schema;
  if (schema.enum) return { name, allowed: schema.enum, rejected: ["neither"] };
  if (type === "integer")
    return { name, allowed: [minimum, maximum], rejected: [minimum - 1, maximum + 1, 1.5, "ten"] };
  const text = (length: number) => "x".repeat(length);
  // No text that is too short: Prism ignores an empty value.
  return {
    name,
    allowed: [text(Math.max(minLength, 1)), text(maxLength)],
    rejected: [text(maxLength + 1)],
  };
}

export const queryBounds: readonly Bounds[] = operation.parameters
  .map((parameter) => follow<Parameter>(parameter))
  .filter((parameter) => parameter.in === "query")
  .map(boundsOf);
