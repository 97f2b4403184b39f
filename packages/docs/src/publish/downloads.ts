import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AstroIntegration } from "astro";
import { apis } from "../reference/model/api.ts";
import { redoc } from "./redoc.ts";

/** Adds the bundles of the descriptions to the site, and the reference of the images as a single Redoc file. */
export function downloads(): AstroIntegration {
  return {
    name: "downloads",
    hooks: {
      "astro:build:done": ({ dir }) => {
        const { resolve } = createRequire(import.meta.url);
        const bundles = apis.flatMap(({ bundles }) => bundles);
        for (const file of bundles.flatMap((name) => [`${name}.yaml`, `${name}.json`])) {
          copyFileSync(resolve(`@workspace-images/spec/${file}`), new URL(file, dir));
        }
        const images = readFileSync(new URL("images.json", dir), "utf8");
        writeFileSync(new URL("redoc.html", dir), redoc(images));
      },
    },
  };
}
