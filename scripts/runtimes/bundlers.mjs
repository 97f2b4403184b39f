// What bundles the client and the mock for browsers, called as its users do.
import { inChromium } from "./subject.mjs";

const webpackOptions = ["--mode=production", "--entry=./main.mjs"];

/**
 * A bundler whose command makes `dist/<its own name>/main.js` of `main.mjs`, which runs in Node.js and in Chromium.
 *
 * @param {string} name
 * @param {Readonly<Record<string, string>>} dependencies
 * @param {readonly string[]} args
 * @returns {import("./subject.mjs").Subject}
 */
function bundler(name, dependencies, ...args) {
  const command = name.toLowerCase();
  const bundle = `dist/${command}/main.js`;
  return {
    name,
    version: Object.values(dependencies)[0] ?? "",
    dependencies,
    build: [`node_modules/.bin/${command}`, ...args],
    programs: [["node", bundle], inChromium(bundle)],
  };
}

export const bundlers = [
  // The worker of workerd, too, because Wrangler bundles with esbuild.
  bundler(
    "esbuild",
    { esbuild: "0.28.2" },
    ...["main.mjs", "worker.mjs", "--bundle", "--format=esm", "--outdir=dist/esbuild"],
  ),
  bundler(
    "Rollup",
    { rollup: "4.68.8", "@rollup/plugin-node-resolve": "16.0.3" },
    ...["main.mjs", "--plugin=node-resolve={browser:true}", "--file=dist/rollup/main.js"],
  ),
  bundler(
    "webpack",
    { webpack: "5.112.2", "webpack-cli": "7.3.1" },
    ...["build", ...webpackOptions, "--output-path=dist/webpack"],
  ),
  bundler("Vite", { vite: "8.3.8" }, "build"),
  bundler(
    "Rspack",
    { "@rspack/core": "2.3.3", "@rspack/cli": "2.2.8" },
    ...["build", ...webpackOptions, "--output-path=dist/rspack"],
  ),
  bundler("Parcel", { parcel: "2.16.4" }, "build", "main.mjs", "--dist-dir=dist/parcel", "--no-cache"),
];
