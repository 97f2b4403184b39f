import type { AstroIntegration } from "astro";
import { SAMPLES, samples } from "./described-samples.ts";
import { apis } from "./model/api.ts";

/** Restarts the development server when a source of the reference changes. */
export function watchedDescriptions(): AstroIntegration {
  return {
    name: "watched-descriptions",
    hooks: {
      "astro:config:setup": ({ addWatchFile }) => {
        for (const { file } of apis) addWatchFile(file);
        for (const { file } of samples) addWatchFile(new URL(file, SAMPLES));
      },
    },
  };
}
