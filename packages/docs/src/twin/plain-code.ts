import type { Element } from "hast";
import { select, selectAll } from "hast-util-select";
import { toString as textOf } from "hast-util-to-string";
import { h } from "hastscript";

/** Turns highlighted code into plain code with its language, below the title of its frame. */
export function plainCode(content: Element): void {
  for (const block of selectAll(".expressive-code", content)) {
    const pre = select("pre", block);
    const lines = selectAll(".ec-line > .code", block).map((line) => textOf(line).replace(/\n$/, ""));
    const language = `language-${pre?.properties["dataLanguage"]}`;
    const title = select("figcaption .title", block);
    block.children = [
      ...(title && textOf(title) ? [h("p", h("strong", textOf(title)))] : []),
      h("pre", h("code", { className: [language] }, `${lines.join("\n")}\n`)),
    ];
  }
}
