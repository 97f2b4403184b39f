import type { Element, ElementContent } from "hast";
import { select, selectAll } from "hast-util-select";
import { toString as textOf } from "hast-util-to-string";
import { h } from "hastscript";

/** Turns the page of an operation into plain paragraphs and lists, with an item for each field. */
export function referenceLists(content: Element): void {
  for (const method of selectAll(".sl-openapi-operation-method", content)) {
    method.children = [h("p", h("code", elementsOf(method).map(textOf).join(" ")))];
  }
  for (const server of selectAll(".sl-openapi-operation-url", content)) server.children = serverOf(server);
  for (const mark of selectAll(".sl-openapi-request-body-required", content)) {
    Object.assign(mark, h("span", " (required)"));
  }
  for (const label of selectAll(".sl-openapi-text b", content)) {
    Object.assign(label, h("span", h("b", textOf(label).trim()), " "));
  }
  for (const examples of selectAll(".sl-openapi-examples", content)) nameExamples(examples);
  for (const type of selectAll(".sl-openapi-content-picker-select-value", content)) {
    Object.assign(type, h("p", "Media type: ", h("code", textOf(type))));
  }
  // Innermost fields first, because itemOf takes the element of a field apart.
  for (const field of selectAll(".sl-openapi-key", content).reverse()) Object.assign(field, itemOf(field));
  for (const fields of selectAll(".sl-openapi-keys", content)) fields.tagName = "ul";
  for (const object of selectAll("details:has(> summary > .sl-openapi-type)", content)) {
    Object.assign(object, h("div", elementsOf(object).slice(1)));
  }
}

function serverOf(server: Element): ElementContent[] {
  const address = h("code", String(select("input", server)?.properties["value"]));
  const about = select("label", server)?.children.filter(
    (part) => !isElement(part) || part.tagName !== "input",
  );
  return [h("p", "Server ", address, about ? [": ", ...about] : [])];
}

function nameExamples(examples: Element): void {
  const panels = selectAll("[role=tabpanel]", examples);
  for (const panel of panels) {
    const name = h("code", String(panel.properties["dataOpenapiContentType"]));
    const summary = select(".sl-openapi-text", panel) ?? h("p");
    if (summary.children.length > 0)
      summary.children = h("p", "Example ", name, ": ", summary.children).children;
    else panel.children.unshift(h("p", "Example ", name));
  }
  examples.children = panels.length > 0 ? panels : [h("p", "Example"), ...elementsOf(examples).slice(1)];
}

/** Creates the item of a field; its first line has the name, the type and the bounds. */
function itemOf(field: Element): Element {
  const name = textOf(select(".sl-openapi-key-name strong", field) ?? field);
  const facts: (string | Element)[] = [];
  const rest: ElementContent[] = [];
  for (const part of elementsOf(select(".sl-openapi-key-description", field) ?? h("div"))) {
    const tags = elementsOf(part).filter(hasClass("sl-openapi-tag")).map(textOf);
    const type = elementsOf(part).find(hasClass("sl-openapi-type"));
    if (type) facts.push(h("code", textOf(type)));
    if (textOf(part).startsWith("Allowed values"))
      rest.push(h("p", "Allowed values: ", listed(tags.map((tag) => h("code", tag)))));
    else if (type || tags.length > 0) facts.push(...tags);
    else rest.push(part);
  }
  if (facts.length === 0) facts.push(h("code", "object"));
  if (select(":scope > .sl-openapi-key-name .sl-openapi-key-required", field)) facts.push("required");
  return h("li", h("p", h("code", name), ": ", listed(facts)), rest);
}

function listed(facts: readonly (string | Element)[]): (string | Element)[] {
  return facts.flatMap((fact, index) => (index > 0 ? [", ", fact] : [fact]));
}

function hasClass(name: string) {
  return ({ properties }: Element): boolean => [properties["className"]].flat().includes(name);
}

function elementsOf(parent: Element): Element[] {
  return parent.children.filter(isElement);
}

function isElement(node: ElementContent): node is Element {
  return node.type === "element";
}
