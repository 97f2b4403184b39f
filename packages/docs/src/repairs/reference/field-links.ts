import type { Element, Root } from "hast";
import { matches, select, selectAll } from "hast-util-select";
import { toString as textOf } from "hast-util-to-string";
import { h } from "hastscript";

type Path = readonly string[];

/**
 * Gives each parameter, header, field, status, example and sample of an operation an ID that shows its position, such as
 * `query-os_type`, `200-images-os_type` or `status-429`, and a link to itself.
 */
export function fieldLinks(page: Root): void {
  const operation = select("main:has(.sl-openapi-operation-method)", page);
  if (operation) walk(operation, [], page);
}

function walk(element: Element, path: Path, page: Root): void {
  for (const child of element.children) {
    if (child.type === "element") walk(child, placeOf(child, path, page), page);
  }
}

function placeOf(element: Element, path: Path, page: Root): Path {
  if (matches("section.sl-openapi-section", element)) return sectionOf(element, path, page);
  if (matches(".sl-openapi-key", element)) return fieldOf(element, path);
  if (matches(".sl-openapi-examples", element)) examplesOf(element, [...path, "example"]);
  if (matches(".sl-openapi-snippet", element)) {
    element.properties["id"] = idOf(["sample", String(element.properties["dataLabel"]).toLowerCase()]);
  }
  return path;
}

function sectionOf(section: Element, path: Path, page: Root): Path {
  const heading = select(".sl-openapi-heading", section);
  const id = String(heading?.properties["id"]);
  const [, location] = /^(\w+)-parameters$/.exec(id) ?? [];
  if (location) return [location];
  if (id === "request-body") return ["body"];
  if (heading && /^(?:\d{3}|default)$/.test(id)) {
    for (const link of selectAll(`a[href='#${id}']`, page)) link.properties["href"] = `#status-${id}`;
    heading.properties["id"] = `status-${id}`;
    return [id];
  }
  if (heading && id === "headers") {
    const own = idOf([...path, "headers"]);
    for (const link of selectAll("a[href='#headers']", section)) link.properties["href"] = `#${own}`;
    heading.properties["id"] = own;
    return [...path, "header"];
  }
  return path;
}

function fieldOf(field: Element, parent: Path): Path {
  const name = select(".sl-openapi-key-name", field);
  const path = [...parent, textOf(select("strong", name) ?? field).trim()];
  field.properties["id"] = idOf(path);
  name?.children.splice(1, 0, linkTo(path));
  return path;
}

function examplesOf(examples: Element, path: Path): void {
  const named = selectAll("[role=tabpanel]", examples);
  for (const example of named) {
    const own = [...path, String(example.properties["dataOpenapiContentType"])];
    example.properties["id"] = idOf(own);
    select(".sl-openapi-text", example)?.children.push(linkTo(own));
  }
  if (named.length > 0) return;
  examples.properties["id"] = idOf(path);
  select(".sl-openapi-examples-heading", examples)?.children.push(linkTo(path));
}

function linkTo(path: Path): Element {
  return h("a.field-link", { href: `#${idOf(path)}`, ariaLabel: `Link to ${path.join(" ")}` });
}

function idOf(path: Path): string {
  return path.join("-").replaceAll(/\s+/g, "-");
}
