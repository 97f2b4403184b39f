import { execFileSync } from "node:child_process";
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";

const BUNDLES = ["images", "images-3.0", "iam", "iam-3.0"].flatMap((name) => [
  `${name}.yaml`,
  `${name}.json`,
]);
const LOGO = /https:\/\/cdn\.redoc\.ly\/redoc\/[\w-]+\.svg/g;
const WORD =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='50' height='20'%3E%3Ctext y='15' font-family='sans-serif' font-size='14' fill='%23777'%3ERedoc%3C/text%3E%3C/svg%3E";
const POLICY =
  "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; font-src data:; worker-src blob:";

/** Adds the bundles of the descriptions to the site, and the reference of the images as a single Redoc file. */
export function downloads(): AstroIntegration {
  return {
    name: "downloads",
    hooks: {
      "astro:build:done": ({ dir }) => {
        const resolve = createRequire(import.meta.url).resolve;
        for (const name of BUNDLES) {
          copyFileSync(resolve(`@workspace-images/spec/${name}`), new URL(name, dir));
        }
        const redoc = fileURLToPath(new URL("redoc.html", dir));
        const bundle = resolve("@workspace-images/spec/images.yaml");
        const redocly = resolve("@redocly/cli/bin/cli.js");
        const args = ["build-docs", bundle, "--output", redoc, "--inlineBundle"];
        execFileSync(process.execPath, [redocly, ...args], {
          env: { ...process.env, REDOCLY_TELEMETRY: "off" },
          stdio: ["ignore", "ignore", "pipe"],
        });
        writeFileSync(redoc, withoutOtherHosts(readFileSync(redoc, "utf8")));
      },
    },
  };
}

/** Replaces the logo that Redoc loads from another host with a word, and forbids all other requests. */
function withoutOtherHosts(html: string): string {
  const meta = `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`;
  return html.replace(LOGO, WORD).replace("<head>", () => `<head>${meta}`);
}
