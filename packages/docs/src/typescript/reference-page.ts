import type { DescribedEntry, Exported } from "./declarations.ts";
import type { DocComment } from "./doc-comment.ts";
import type { Declared } from "./members.ts";

/** Returns the address of the section about an exported name; nothing for other names. */
export type Addresses = (name: string) => string | undefined;

const KINDS = ["Functions", "Constants", "Classes", "Types"] as const;

/** Writes the page of an entry as Markdown, with a section for each export and a term for each of its members. */
export function referencePage({ specifier, text, exports }: DescribedEntry, addresses: Addresses): string {
  const [description = ""] = /^.*?[.](?=\s|$)/s.exec(text.replaceAll(/\s+/g, " ")) ?? [];
  const sections = KINDS.flatMap((kind) => {
    const some = exports.filter((exported) => exported.kind === kind);
    return some.length > 0 ? [`## ${kind}`, ...some.map((exported) => section(exported, addresses))] : [];
  });
  return `---
title: "${specifier}"
description: ${JSON.stringify(description.replaceAll("`", ""))}
editUrl: false
sidebar:
  label: ${JSON.stringify(labelOf(specifier))}
---

${[linked(text, addresses), ...sections].join("\n\n")}
`;
}

/** Returns the part of a specifier that differs between entries. */
export function labelOf(specifier: string): string {
  return specifier.replace("@workspace-images/", "");
}

/** Returns the anchor of a section, which is also the prefix of the anchors of its members. */
export function anchorOf(name: string): string {
  return name.toLowerCase();
}

function section({ name, code, comment, members }: Exported, addresses: Addresses): string {
  const others: Addresses = (other) => (other === name ? undefined : addresses(other));
  return [
    `### ${name}`,
    `<pre class="declaration"><code>${html(code, others)}</code></pre>`,
    prose(comment, others),
    ...comment.examples.map((example) => `\`\`\`ts\n${example}\n\`\`\``),
    ...(members.length > 0 ? [terms(name, members, others)] : []),
  ].join("\n\n");
}

function terms(name: string, members: readonly Declared[], addresses: Addresses): string {
  const list = members.map((member) => {
    const id = `${anchorOf(name)}-${member.name.replace(/^new .*/, "constructor")}`.toLowerCase();
    const title = `<a href="#${id}">${member.name}</a>`;
    const example = member.comment.examples.map((value) => `Example: \`${value}\``);
    const text = [prose(member.comment, addresses), ...example].join("\n\n");
    return `<dt id="${id}"><code>${title}${html(member.code.slice(member.name.length), addresses)}</code></dt>\n<dd>\n\n${text}\n\n</dd>`;
  });
  return `<dl class="members">\n${list.join("\n")}\n</dl>`;
}

function prose({ text, throws }: DocComment, addresses: Addresses): string {
  const named = throws.map(
    (error) => `Throws ${error.replaceAll(/\{(\w+)\}/g, "`$1`").replaceAll("` | `", "`, `")}`,
  );
  return linked([text, ...named].filter(Boolean).join("\n\n"), addresses);
}

/** Links names of exports in a text. Names without a capital letter are skipped, because they could be any word. */
function linked(markdown: string, addresses: Addresses): string {
  return markdown
    .replaceAll(/\{@link (\w+)\s*\}/g, "`$1`")
    .replaceAll(/`(\w*[A-Z]\w*)`/g, (code, name: string) => {
      const address = addresses(name);
      return address ? `[${code}](${address})` : code;
    });
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** Renders code as HTML and links the names of types, except in strings and comments. */
function html(code: string, addresses: Addresses): string {
  return code
    .replaceAll(/components\["schemas"\]\["(\w+)"\]/g, (type, name: string) =>
      addresses(name) ? name : type,
    )
    .split(/("[^"]*"|\/\*\*[\s\S]*?\*\/)/)
    .map((part, index) => {
      const text = part.replaceAll(/[&<>]/g, (character) => ENTITIES[character] ?? "");
      if (index % 2 === 1) return part.startsWith("/**") ? `<span class="comment">${text}</span>` : text;
      return text.replaceAll(/\b(?:[A-Z]\w*|components|operations|paths)\b(?!\??:)/g, (name) => {
        const address = addresses(name);
        return address ? `<a href="${address}">${name}</a>` : name;
      });
    })
    .join("");
}
