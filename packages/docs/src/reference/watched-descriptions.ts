import { createRequire } from "node:module";
import type { AstroIntegration } from "astro";
import { SAMPLES, samples } from "./described-samples.ts";

/** Restarts the development server when a source of the reference changes. */
export function watchedDescriptions(): AstroIntegration {
  const { resolve } = createRequire(import.meta.url);
  return {
    name: "watched-descriptions",
    hooks: {
      "astro:config:setup": ({ addWatchFile }) => {
        for (const name of ["images", "iam"]) addWatchFile(resolve(`@workspace-images/spec/${name}.json`));
        for (const { file } of samples) addWatchFile(new URL(file, SAMPLES));
      },
    },
  };
}
