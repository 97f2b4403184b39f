import { iam, images, type OpenApiDescription } from "@workspace-images/spec";

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
  /** Its beginning in the Markdown twin. */
  readonly markdown: string;
}

/** An operation of the reference, read from its description. */
export interface Operation {
  /** Path of its page, relative to the root of the site. */
  readonly page: string;
  readonly parts: readonly Part[];
  /** Values of the examples of its request and response bodies. */
  readonly bodies: readonly unknown[];
}

/** The operations of the reference. */
export const operations: readonly Operation[] = [
  operationOf("reference/images/operations/listimages.html", images, "/v2/{project_id}/images", "get"),
  operationOf("reference/iam/operations/createtoken.html", iam, "/v3/auth/tokens", "post"),
  operationOf("reference/iam/operations/listprojects.html", iam, "/v3/projects", "get"),
];

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
  function addField(name: string, id: string): void {
    parts.push({ id, markdown: `- \`${name}\`: ` });
  }
  function addExamples(examples: Named, id: string): void {
    for (const name of Object.keys(examples)) {
      parts.push({ id: `${id}-example-${name}`, markdown: `Example \`${name}\`` });
    }
  }
  function addFields(value: unknown, path: string): void {
    const { properties = {}, items, allOf = [] } = resolve<Schema>(value);
    for (const part of allOf) addFields(part, path);
    if (items) addFields(items, path);
    for (const [name, property] of Object.entries(properties)) {
      addField(name, `${path}-${name}`);
      addFields(property, `${path}-${name}`);
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
    addField(parameter.name, id);
    addExamples(parameter.examples ?? {}, id);
  }
  if (operation["requestBody"]) {
    addContent(resolve<{ readonly content: Content }>(operation["requestBody"]).content, "body");
  }
  for (const [status, response] of Object.entries(operation["responses"] as Named)) {
    const { content, headers = {} } = resolve<{ readonly content?: Content; readonly headers?: Named }>(
      response,
    );
    parts.push({ id: `status-${status}`, markdown: `### ${status}\n` });
    for (const name of Object.keys(headers)) addField(name, `${status}-header-${name}`);
    addContent(content, status);
  }
  return { page, parts, bodies };
}
