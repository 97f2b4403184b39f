import { iam, images, mockControl, type OpenApiDescription, sts } from "@workspace-images/spec";

type Named<T = unknown> = Readonly<Record<string, T>>;
interface Schema {
  readonly properties?: Named;
  readonly items?: unknown;
  readonly allOf?: readonly unknown[];
}
interface Content {
  readonly "application/json"?: { readonly schema: unknown; readonly examples?: Named };
}
interface Parameter {
  readonly in: string;
  readonly name: string;
  readonly examples?: Named;
}

/** A parameter, header, field, status or example of an operation. */
export interface Part {
  readonly id: string;
  /** How its row in the Markdown twin begins; examples have none. */
  readonly row?: string;
}

/** An operation of the reference, read from its description. */
export interface Operation {
  /** Path of its page, relative to the root of the site. */
  readonly page: string;
  readonly url: string;
  readonly parts: readonly Part[];
  /** Values of the examples of its request and response bodies. */
  readonly bodies: readonly unknown[];
  readonly description: OpenApiDescription;
  readonly item: Named;
  readonly method: string;
}

/** The operations of the reference. */
export const operations: readonly Operation[] = Object.entries({
  images,
  iam,
  sts,
  "mock-control": mockControl,
}).flatMap(([name, description]) =>
  Object.entries(description.paths).flatMap(([url, item]) =>
    Object.entries(item as Named<{ operationId?: string }>).flatMap(([method, { operationId }]) =>
      operationId
        ? [
            operationOf(
              `reference/${name}/operations/${operationId.toLowerCase()}.html`,
              description,
              url,
              method,
            ),
          ]
        : [],
    ),
  ),
);

/** The operation that the project is about. */
export const listImages = operations[0] as Operation;

function operationOf(page: string, description: OpenApiDescription, url: string, method: string): Operation {
  const item = description.paths[url] as Named;
  const operation = item[method] as Named;
  const parts: Part[] = [];
  const bodies: unknown[] = [];

  function resolve<T>(value: unknown): T {
    const { $ref } = value as { readonly $ref?: string };
    if ($ref === undefined) return value as T;
    const names = $ref.slice(2).split("/");
    return resolve<T>(names.reduce<unknown>((part, name) => (part as Named)[name], description));
  }
  function addExamples(examples: Named, id: string): void {
    for (const name of Object.keys(examples)) parts.push({ id: `${id}-example-${name}` });
  }
  function addFields(value: unknown, path: string, parents = ""): void {
    const { properties = {}, items, allOf = [] } = resolve<Schema>(value);
    for (const part of allOf) addFields(part, path, parents);
    if (items) addFields(items, path, parents);
    for (const [name, property] of Object.entries(properties)) {
      parts.push({ id: `${path}-${name}`, row: `| \`${parents}${name}\` |` });
      addFields(
        property,
        `${path}-${name}`,
        `${parents}${name}${resolve<Schema>(property).items ? "[]" : ""}.`,
      );
    }
  }
  function addContent(content: Content | undefined, path: string): void {
    const { schema, examples = {} } = content?.["application/json"] ?? {};
    if (schema) addFields(schema, path);
    addExamples(examples, path);
    bodies.push(
      ...Object.values(examples).map((example) => resolve<{ readonly value: unknown }>(example).value),
    );
  }

  for (const parameter of [item["parameters"] ?? [], operation["parameters"] ?? []]
    .flat()
    .map(resolve<Parameter>)) {
    const id = `${parameter.in}-${parameter.name}`;
    parts.push({ id, row: `| \`${parameter.name}\` |` });
    addExamples(parameter.examples ?? {}, id);
  }
  if (operation["requestBody"]) {
    addContent(resolve<{ readonly content: Content }>(operation["requestBody"]).content, "body");
  }
  for (const [status, response] of Object.entries(operation["responses"] as Named)) {
    const { content, headers = {} } = resolve<{ readonly content?: Content; readonly headers?: Named }>(
      response,
    );
    parts.push({ id: `status-${status}`, row: `| ${status} |` });
    for (const [name, header] of Object.entries(headers)) {
      const id = `${status}-header-${name}`;
      parts.push({ id, row: `| \`${name}\` |` });
      const { example, examples = {} } = resolve<{ readonly example?: unknown; readonly examples?: Named }>(
        header,
      );
      if (example !== undefined) parts.push({ id: `${id}-example` });
      addExamples(examples, id);
    }
    addContent(content, status);
  }
  return { page, url, parts, bodies, description, item, method };
}
