import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";

const LINK = /(\s(?:href|src|action)=")\/(?!\/)([^"]*)"/g;
const OVERVIEW = /(<title>|<h1[^>]*>|<meta property="og:title" content=")Overview( \||<\/h1>|")/g;
const OVERVIEW_TITLES: Readonly<Record<string, string>> = {
  "reference/images.html": "Images API",
  "reference/iam.html": "IAM API",
};
const DESCRIPTION = /(<meta (?:name|property)="(?:og:)?description" content=")[^"]*"/g;
const REFERENCE_DESCRIPTIONS: Readonly<Record<string, string>> = {
  "reference/images.html": "What the description of the product images covers, its servers and credentials.",
  "reference/images/operations/listimages.html":
    "GET /v2/{project_id}/images: each parameter, field, status and example, with samples.",
  "reference/iam.html": "What the description of the two IAM calls covers, its servers and credentials.",
  "reference/iam/operations/createtoken.html":
    "POST /v3/auth/tokens: turns a password into a token for one project.",
  "reference/iam/operations/listprojects.html": "GET /v3/projects: finds the ID of a project by its name.",
};
const INTRODUCTION = `# Workspace Images

> A typed client, a mock and the reference of one call, GET /v2/{project_id}/images: the product images of Huawei Cloud
> Workspace. An independent project, made from public documents.

## Descriptions

- [images.yaml](images.yaml): OpenAPI 3.1 description of the images
- [iam.yaml](iam.yaml): OpenAPI 3.1 description of the two IAM calls that a client needs`;
/** Without scripts nothing can be chosen, so each sample and each example is shown. */
const ALL_ALTERNATIVES = "[data-openapi-content-type],.sl-openapi-snippet{display:block!important}";
const HEADING = /<h([1-6])((?:\s[^>]*)?)>([\s\S]*?)<\/h\1>/g;
/** Shown by the style sheet instead, because it is no part of the button's name. */
const SHORTCUT_HINT = /<kbd class="sl-hidden md:sl-flex[\s\S]*?<\/kbd>\s*<kbd[^>]*>K<\/kbd>\s*<\/kbd>/;
const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)(?<attributes>[^>]*)>(?<code>[\s\S]*?)<\/script>/g;

/**
 * Makes each page independent of the path below which it is served, because all links become relative to it, and gives
 * it a Content-Security-Policy that allows the site itself and the scripts that stand in the page, by their hashes.
 */
export function portableSite(): AstroIntegration {
  return {
    name: "portable-site",
    hooks: {
      "astro:build:done": ({ dir }) => {
        const folder = fileURLToPath(dir);
        const contents: string[] = [];
        for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
          if (!name.endsWith(".html") || name === "redoc.html") continue;
          const file = `${folder}/${name}`;
          const html = portable(readFileSync(file, "utf8"), name);
          writeFileSync(file, html);
          const [, title = ""] = /<title>([^<]+?)(?: \| [^<|]*)?<\/title>/.exec(html) ?? [];
          const [, description = ""] = /<meta name="description" content="([^"]*)"/.exec(html) ?? [];
          contents.push(`- [${title}](${name}): ${description}`);
        }
        writeFileSync(`${folder}/llms.txt`, `${INTRODUCTION}\n\n## Pages\n\n${contents.sort().join("\n")}\n`);
      },
    },
  };
}

function portable(html: string, name: string): string {
  const root = "../".repeat(name.split("/").length - 1) || "./";
  const linked = accessible(html).replace(
    LINK,
    (_, start: string, path: string) => `${start}${root}${path}"`,
  );
  return linked
    .replaceAll(
      OVERVIEW,
      (_, start: string, end: string) => `${start}${OVERVIEW_TITLES[name] ?? "Overview"}${end}`,
    )
    .replaceAll(DESCRIPTION, (all, start: string) =>
      name in REFERENCE_DESCRIPTIONS ? `${start}${REFERENCE_DESCRIPTIONS[name]}"` : all,
    )
    .replace("</head>", `<noscript><style>${ALL_ALTERNATIVES}</style></noscript></head>`)
    .replace(/<html(?=\s)/, `<html data-root="${root}"`)
    .replace(/<meta charset="utf-8"\s*\/?>/i, (charset) => `${charset}${policyOf(linked)}`);
}

/**
 * Mends what the theme leaves to be desired: levels of headings, the hint in the search button, closed lists of fields,
 * code without focus.
 */
function accessible(html: string): string {
  const main = html.indexOf("<main");
  let last = 0;
  const body = html.slice(main).replace(HEADING, (_, level: string, attributes: string, content: string) => {
    last = Math.min(Number(level), last + 1);
    return `<h${last}${attributes}>${content}</h${last}>`;
  });
  return (html.slice(0, main) + body)
    .replace(SHORTCUT_HINT, "")
    .replaceAll('<details class="astro-', '<details open class="astro-')
    .replaceAll("<pre data-language=", '<pre tabindex="0" data-language=');
}

function policyOf(html: string): string {
  const hashes = new Set<string>();
  for (const { groups } of html.matchAll(INLINE_SCRIPT)) {
    const hash = createHash("sha256").update(groups?.["code"] ?? "");
    hashes.add(`'sha256-${hash.digest("base64")}'`);
  }
  const policy = [
    "default-src 'none'",
    // The search is WebAssembly.
    `script-src 'self' 'wasm-unsafe-eval' ${[...hashes].join(" ")}`.trimEnd(),
    // Highlighted code carries its colours in style attributes, for which there are no hashes.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return `<meta http-equiv="Content-Security-Policy" content="${policy.join("; ")}">`;
}
