import { defineConfig } from "vite";

export default defineConfig({
  build: {
    outDir: "dist/vite",
    rolldownOptions: { input: "main.mjs", output: { entryFileNames: "main.js" } },
  },
});
