import type { Root } from "hast";
import { select, selectAll } from "hast-util-select";
import { toString as textOf } from "hast-util-to-string";
import { h } from "hastscript";

/** Closes the body of a response if an earlier response has the same one, and names that response. */
export function repeatedBodies(page: Root): void {
  const described = new Map<string, string>();
  for (const response of selectAll("section.sl-openapi-section:has(> .sl-heading-wrapper.level-h3)", page)) {
    const status = textOf(select(".sl-openapi-heading", response) ?? response);
    for (const panel of selectAll("[role=tabpanel]:has(> .sl-openapi-schema-object-root)", response)) {
      const [about, body] = ["> .sl-openapi-markdown", "> .sl-openapi-schema-object-root"].map((part) =>
        select(`:scope ${part}`, panel),
      );
      const summary = select("summary", body);
      if (!about || !body || !summary) continue;
      const text = textOf(about) + textOf(body);
      const first = described.get(text);
      if (first === undefined) {
        described.set(text, status);
        continue;
      }
      summary.children.push(h("span", ` as with ${first}`));
      body.properties = { className: ["repeated-body"] };
      body.children.splice(1, 0, about);
      panel.children = panel.children.filter((part) => part !== about);
    }
  }
}
