import { facts, type Parameter } from "@workspace-images/spec/facts";
import description from "@workspace-images/spec/images.dereferenced.json" with { type: "json" };

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

const { responses } = description.paths["/v2/{project_id}/images"].get;

export const statuses = Object.keys(responses).map(Number);

export const examples: readonly NamedExample[] = Object.entries(responses).flatMap(([status, response]) =>
  Object.entries(response.content["application/json"].examples).map(([name, { value }]) => ({
    status: Number(status),
    name,
    value,
  })),
);

function boundsOf({ name, values, range, length }: Parameter): Bounds {
  if (values) return { name, allowed: values, rejected: ["neither"] };
  if (range) return { name, allowed: range, rejected: [range[0] - 1, range[1] + 1, 1.5, "ten"] };
  const [minimum = 0, maximum = 0] = length ?? [];
  const text = (characters: number) => "x".repeat(characters);
  // No text that is too short: Prism ignores an empty value.
  return { name, allowed: [text(Math.max(minimum, 1)), text(maximum)], rejected: [text(maximum + 1)] };
}

export const queryBounds: readonly Bounds[] = facts.operations.listImages.parameters.query.map(boundsOf);
