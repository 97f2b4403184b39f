import { createHash } from "node:crypto";
import type { Root } from "hast";
import { select, selectAll } from "hast-util-select";
import { toString as textOf } from "hast-util-to-string";
import { h } from "hastscript";

/** Adds a Content-Security-Policy that allows only the site itself and, by hash, the inline scripts of the page. */
export function contentPolicy(page: Root): void {
  const scripts = selectAll("script:not([src])", page).map(textOf);
  const hashes = scripts.map((code) => `'sha256-${createHash("sha256").update(code).digest("base64")}'`);
  const policy = [
    "default-src 'none'",
    // The search uses WebAssembly.
    ["script-src 'self' 'wasm-unsafe-eval'", ...new Set(hashes)].join(" "),
    // Highlighted code has its colours in style attributes, which hashes do not cover.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  // After the encoding, which must be among the first bytes of a page.
  select("head", page)?.children.splice(
    1,
    0,
    h("meta", { "http-equiv": "Content-Security-Policy", content: policy }),
  );
}
