import iam from "@workspace-images/spec/iam.dereferenced.json" with { type: "json" };
import images from "@workspace-images/spec/images.dereferenced.json" with { type: "json" };

type Named<T = unknown> = Readonly<Record<string, T>>;
interface Schema {
  readonly properties?: Named<Schema>;
  readonly items?: Schema;
}
interface Content {
  readonly "application/json"?: { readonly schema: Schema; readonly examples?: Named<Example> };
}
interface Example {
  readonly value: unknown;
}
interface Parameter {
  readonly in: string;
  readonly name: string;
  readonly examples?: Named;
}

interface DescribedOperation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Named<{ readonly content?: Content; readonly headers?: Named }>;
}
type PathItem = { readonly parameters?: readonly Parameter[] } & {
  readonly [method in "get" | "post"]?: DescribedOperation;
};

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

function operationOf(
  page: string,
  { paths }: { readonly paths: object },
  url: string,
  method: "get" | "post",
): Operation {
  const item = (paths as Named<PathItem>)[url] as PathItem;
  const operation = item[method] as DescribedOperation;
  const parts: Part[] = [];
  const bodies: unknown[] = [];

  function addField(name: string, id: string): void {
    parts.push({ id, markdown: `- \`${name}\`: ` });
  }
  function addExamples(examples: Named, id: string): void {
    for (const name of Object.keys(examples)) {
      parts.push({ id: `${id}-example-${name}`, markdown: `Example \`${name}\`` });
    }
  }
  function addFields({ properties = {}, items }: Schema, path: string): void {
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
    bodies.push(...Object.values(examples).map(({ value }) => value));
  }

  for (const parameter of [...(item.parameters ?? []), ...(operation.parameters ?? [])]) {
    const id = `${parameter.in}-${parameter.name}`;
    addField(parameter.name, id);
    addExamples(parameter.examples ?? {}, id);
  }
  addContent(operation.requestBody?.content, "body");
  for (const [status, { content, headers = {} }] of Object.entries(operation.responses)) {
    parts.push({ id: `status-${status}`, markdown: `### ${status}\n` });
    for (const name of Object.keys(headers)) addField(name, `${status}-header-${name}`);
    addContent(content, status);
  }
  return { page, parts, bodies };
}
