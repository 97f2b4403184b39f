import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

const { resolve } = createRequire(import.meta.url);
const LOGO = /https:\/\/cdn\.redoc\.ly\/redoc\/[\w-]+\.svg/g;
const WORD =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='50' height='20'%3E%3Ctext y='15' font-family='sans-serif' font-size='14' fill='%23777'%3ERedoc%3C/text%3E%3C/svg%3E";
const POLICY =
  "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; font-src data:; worker-src blob:";
/** Colours of Redoc that have too little contrast. */
const STYLE = `
:root:not(.dark) {
  --color-blue-6: #0f5fd6 !important;
  --color-blue-7: #1c5ab8 !important;
  --color-carrot-7: #8f4a06 !important;
  --color-green-7: #10703b !important;
  --input-content-placeholder-color: #62636f !important;
}
:root:not(.dark) .tag-get { --tag-color: #10703b !important; }
.dark {
  --color-magenta-7: #ff7ab8 !important;
  --input-content-placeholder-color: #a9abb8 !important;
}`;
/** Whenever Redoc renders, names the menu as a landmark, and a button by its text instead of by a word that it does not show. */
const SCRIPT = `
new MutationObserver(() => {
  for (const menu of document.querySelectorAll(".menu-content:not([role])")) {
    menu.role = "navigation";
    menu.ariaLabel = "Contents";
  }
  for (const button of document.querySelectorAll("[aria-haspopup=menu][aria-label=Example]")) button.ariaLabel = null;
}).observe(document, { childList: true, subtree: true });`;

/** Returns the reference of a description as one file, which loads nothing from other hosts. */
export function redoc(description: string): string {
  const folder = mkdtempSync(join(tmpdir(), "redoc-"));
  try {
    const [input, output] = [join(folder, "description.json"), join(folder, "redoc.html")];
    writeFileSync(input, JSON.stringify(JSON.parse(description, withoutMarkdown)));
    const args = [
      resolve("@redocly/cli/bin/cli.js"),
      "build-docs",
      input,
      "--output",
      output,
      "--inlineBundle",
    ];
    execFileSync(process.execPath, args, {
      env: { ...process.env, REDOCLY_TELEMETRY: "off" },
      stdio: ["ignore", "ignore", "pipe"],
    });
    return repaired(readFileSync(output, "utf8"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Redoc shows summaries, and the descriptions of servers and links, as they are written. */
function withoutMarkdown(this: object, key: string, value: unknown): unknown {
  const isPlain = key === "summary" || (key === "description" && "url" in this);
  return isPlain ? String(value).replaceAll(/\*\*|`/g, "") : value;
}

/** Forbids all requests, replaces the logo of another host with a word, and mends what axe finds. */
function repaired(html: string): string {
  const meta = `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`;
  return html
    .replace(LOGO, WORD)
    .replace("<head>", () => `<head>${meta}<style>${STYLE}</style><script>${SCRIPT}</script>`);
}
