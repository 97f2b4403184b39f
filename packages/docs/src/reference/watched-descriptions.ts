import type { AstroIntegration } from "astro";
import { apis } from "./model/api.ts";

/** Restarts the development server when a bundled description changes, which contains its samples. */
export function watchedDescriptions(): AstroIntegration {
  return {
    name: "watched-descriptions",
    hooks: {
      "astro:config:setup": ({ addWatchFile }) => {
        for (const { file } of apis) addWatchFile(file);
      },
    },
  };
}
