import { type Name, type Node, readBundle, readDereferenced } from "./bundle.ts";

/** A part of a description that has a text of its own. */
export interface Place {
  /** Such as `query limit`, `ImageInfo.name`, `listImages 404` or `credential X-Auth-Token`. */
  readonly at: string;
  /** The part, with every reference replaced. */
  readonly node: Node;
  readonly isRequired: boolean;
  /** Whether the text is that of a schema of its own. */
  readonly isReference: boolean;
}

const METHODS = ["get", "post"];

/** Lists the operations of a description. */
export function operations(name: Name): readonly Node[] {
  return Object.values(readDereferenced(name)["paths"] ?? {}).flatMap((item: Node) =>
    METHODS.flatMap((method) => (item[method] ? [item[method]] : [])),
  );
}

/** Lists the parts of a description that have a text. */
export function places(name: Name): readonly Place[] {
  const bundle = readBundle(name);
  const { servers, components } = readDereferenced(name) as Node;
  const found: Place[] = [];
  const add = (at: string, node: Node, isRequired = false, isReference = false) =>
    found.push({ at, node, isRequired, isReference });

  for (const server of servers as unknown as Node[]) add(`server ${server["url"]}`, server);
  for (const operation of operations(name)) {
    const id = String(operation["operationId"]);
    add(`${id} operation`, operation);
    if (operation["requestBody"]) add(`${id} body`, operation["requestBody"], true);
    for (const [status, response] of Object.entries(operation["responses"] ?? {}))
      add(`${id} ${status}`, response);
  }
  for (const parameter of Object.values(components?.["parameters"] ?? {})) {
    add(`${parameter["in"]} ${parameter["name"]}`, parameter, Boolean(parameter["required"]));
  }
  for (const [header, node] of Object.entries(components?.["headers"] ?? {})) add(`header ${header}`, node);
  for (const scheme of Object.values(components?.["securitySchemes"] ?? {})) {
    add(`credential ${scheme["name"]}`, scheme);
  }
  for (const [example, node] of Object.entries(components?.["examples"] ?? {}))
    add(`example ${example}`, node);
  for (const [schema, node] of Object.entries(components?.["schemas"] ?? {})) {
    add(schema, node);
    const written = bundle["components"]?.["schemas"]?.[schema]?.["properties"];
    for (const [property, part] of Object.entries(node["properties"] ?? {})) {
      const isRequired = ((node["required"] ?? []) as unknown as string[]).includes(property);
      add(`${schema}.${property}`, part, isRequired, "$ref" in (written?.[property] ?? {}));
    }
  }
  return found;
}
