import { iam, images } from "@workspace-images/spec";
import type { Root } from "hast";
import { select, selectAll } from "hast-util-select";
import { toString as textOf } from "hast-util-to-string";
import { h } from "hastscript";

type Requirement = Readonly<Record<string, unknown>>;

const REQUIREMENTS = [images, iam].flatMap(({ ["security"]: all }) => all as readonly Requirement[]);

/** States that one credential is enough, and which headers belong to it; the theme lists all headers alike. */
export function authorizations(page: Root): void {
  const panel = select(".sl-openapi-section-panel:has(> .sl-openapi-security-schemes)", page);
  const list = select(".sl-openapi-security-schemes", panel);
  if (!panel || !list) return;
  panel.children.unshift(h("p", "One of these is enough:"));
  for (const requirement of REQUIREMENTS) {
    const [item, ...others] = Object.keys(requirement).flatMap(
      (name) => selectAll("li", list).find((part) => textOf(part) === name) ?? [],
    );
    if (!item || others.length === 0) continue;
    const parts = [item, ...others].flatMap((part) => selectAll("strong", part));
    const lock = selectAll("svg", item);
    item.children = [
      ...lock,
      h(
        "span",
        parts.flatMap((part, index) => (index > 0 ? [" with ", part] : [part])),
      ),
    ];
    list.children = list.children.filter((part) => !others.some((other) => other === part));
  }
}
