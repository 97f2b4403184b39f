// Puts Prism into one file. As a dependency it would bring 144 packages of 39 MB, and an installation script
// that reports to its maker.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "esbuild";
import { licenseTexts } from "./license-text.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
const outfile = `${root}dist/prism/prism-library.js`;

/** What Prism loads, and what it gets instead. */
const REPLACEMENTS: Readonly<Record<string, string>> = {
  // Texts are made up in English; the other languages are 3 MB.
  "@faker-js/faker": "@faker-js/faker/locale/en",
  // Its main file requires others in a way that cannot be followed.
  "jsonc-parser": "jsonc-parser/lib/esm/main.js",
  // Node.js warns of its own, which the resolver of references still uses.
  url: "url/",
  "node-fetch": `${root}scripts/native-fetch.ts`,
  "./resolvers/http": `${root}scripts/no-download.ts`,
};

const replacements: Plugin = {
  name: "replacements",
  setup({ onResolve, resolve }) {
    const names = Object.keys(REPLACEMENTS).join("|");
    onResolve({ filter: new RegExp(`^(${names})$`) }, ({ path, kind, resolveDir }) => {
      // Its own dependency on `url` is this package's.
      const from = path === "url" ? root : resolveDir;
      return resolve(REPLACEMENTS[path] ?? path, { kind, resolveDir: from });
    });
  },
};

const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: ["src/prism/prism-library.ts"],
  outfile,
  allowOverwrite: true,
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  minify: true,
  legalComments: "none",
  metafile: true,
  plugins: [replacements],
  // The bundled modules require those of Node.js.
  banner: {
    js: 'import { createRequire as createRequireHere } from "node:module"; const require = createRequireHere(import.meta.url);',
  },
});

const PACKAGE = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//;
const folders = new Set(Object.keys(metafile.inputs).flatMap((path) => PACKAGE.exec(path)?.[1] ?? []));
const licenses = licenseTexts([...folders].map((folder) => root + folder));
writeFileSync(`${root}dist/third-party-licenses.txt`, licenses);
