import type {
  DescribedError,
  DescribedFacts,
  Filter,
  ImageField,
  Operation,
  Parameter,
  Region,
} from "../facts.d.ts";
import type { Dereferenced, Schema, Server, WrittenOperation, WrittenParameter } from "./dereferenced.ts";
import { described } from "./described.ts";
import { credentials, requestExamples, requestHeaders } from "./requests.ts";

/** Parameters that select the page or the order; every other query parameter of a listing is a filter. */
const NO_FILTERS = ["limit", "offset", "sort_field", "sort_type"];

function kindOf({ type }: Schema): "string" | "integer" {
  const kind = [type].flat().find((name) => name !== "null");
  if (kind !== "string" && kind !== "integer") throw new Error(`Facts support no type "${kind}"`);
  return kind;
}

function parameter(written: WrittenParameter): Parameter {
  const { name, description, schema, examples } = written;
  const { enum: values, minimum, maximum, minLength = 0, maxLength } = schema;
  const kind = kindOf(schema);
  if (kind === "integer" && (minimum === undefined || maximum === undefined))
    throw new Error(`${name}.yaml needs a minimum and a maximum`);
  return {
    name,
    kind,
    ...(values
      ? { values }
      : kind === "integer"
        ? { range: [minimum as number, maximum as number] }
        : { length: maxLength === undefined ? [minLength] : [minLength, maxLength] }),
    ...(schema.default !== undefined && { default: schema.default }),
    examples: Object.values(examples).map(({ value }) => value),
    ...described(description),
  };
}

function errors(name: string, responses: WrittenOperation["responses"]): readonly DescribedError[] {
  return Object.entries(responses)
    .filter(([status]) => Number(status) >= 400)
    .flatMap(([status, { content }]) =>
      Object.entries(content["application/json"].examples).map(([example, written]) => {
        const { summary, value, "x-remedy": remedy } = written;
        if (!remedy) throw new Error(`examples/${example}.yaml needs an x-remedy: it is an error of ${name}`);
        return {
          name: example,
          status: Number(status),
          code: value.error_code ?? String(value.error?.code),
          message: value.error_msg ?? String(value.error?.message),
          summary,
          remedy: remedy.replace(/\s+/g, " ").trim(),
          body: value,
        };
      }),
    );
}

function operations(
  description: Dereferenced,
  fields: readonly ImageField[],
): readonly [string, Operation][] {
  return Object.entries(description.paths).flatMap(([path, item]) =>
    (["get", "post"] as const).flatMap((method) => {
      const written = item[method];
      if (!written) return [];
      const { operationId, responses } = written;
      const all = [...(item.parameters ?? []), ...(written.parameters ?? [])];
      const sentIn = (place: string) => all.filter((one) => one.in === place);
      const isListing = operationId === "listImages";
      const operation = {
        method: method.toUpperCase(),
        path,
        parameters: {
          path: sentIn("path").map(parameter),
          query: sentIn("query").map((one) => ({
            ...parameter(one),
            ...(isListing && !NO_FILTERS.includes(one.name) && { filter: filter(one, fields) }),
          })),
          header: sentIn("header").map(parameter),
        },
        credentials: credentials(description, written),
        headers: requestHeaders(description, written),
        requests: requestExamples(written),
        errors: errors(operationId, responses),
      };
      return [[operationId, operation] as [string, Operation]];
    }),
  );
}

/** How a parameter filters: as `x-filter` says, by default by the property of the same name. */
function filter({ name, "x-filter": written }: WrittenParameter, fields: readonly ImageField[]): Filter {
  const { field, match } = written ?? { field: name, match: "exact" as const };
  const isHidden = match === "hidden-list";
  if (fields.some((known) => known.name === field) === isHidden) {
    throw new Error(
      isHidden
        ? `parameters/${name}.yaml: images have the property ${field}, so it is no hidden list`
        : `parameters/${name}.yaml: images have no property ${field}. Say with x-filter which one the filter compares`,
    );
  }
  return { field, match };
}

function imageFields({ properties = {}, required = [] }: Schema): readonly ImageField[] {
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    kind: kindOf(schema),
    isNullable: schema.type.includes("null"),
    isRequired: required.includes(name),
    ...(schema["x-extensible-enum"] && { known: schema["x-extensible-enum"] }),
    examples: schema.examples ?? [],
    ...described(schema.description),
  }));
}

/** The regions of the servers; the URL of a server without a variable contains its region. */
function regions(servers: readonly Server[]): readonly Region[] {
  return servers.flatMap(({ url, variables }) => {
    const names = variables?.region?.enum ?? [/\.([a-z]+(?:-[a-z\d]+)+)\./.exec(url)?.[1] ?? ""];
    return names.map((region) => ({ region, endpoint: url.replace("{region}", region) }));
  });
}

/** Derives the facts of the images, and of what issues credentials for them: IAM and STS. */
export function facts(images: Dereferenced, issuers: readonly Dereferenced[]): DescribedFacts {
  const { ImageInfo } = images.components.schemas;
  if (!ImageInfo) throw new Error("The description has no schema ImageInfo");
  const fields = imageFields(ImageInfo);
  return {
    operations: Object.fromEntries(
      [images, ...issuers].flatMap((description) => operations(description, fields)),
    ) as unknown as DescribedFacts["operations"],
    imageFields: fields,
    regions: regions(images.servers),
  };
}
