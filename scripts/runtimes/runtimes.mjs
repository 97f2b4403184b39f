// Where the packages run. All of it comes from the npm registry.
import { inChromium } from "./subject.mjs";

const packages = ["client", "client/node", "mock", "spec", "mock-server", "cli"];

/** @param {readonly string[]} command */
const eachPackage = (...command) => packages.map((name) => [...command, "process.mjs", name]);

/**
 * @param {string} version
 * @returns {import("./subject.mjs").Subject}
 */
function node(version) {
  const [line] = version.split(".");
  return {
    name: `Node.js ${line}`,
    version,
    dependencies: { [`node${line}`]: `npm:node-${process.platform}-${process.arch}@${version}` },
    programs: eachPackage(`node_modules/node${line}/bin/node`),
  };
}

/** @type {readonly import("./subject.mjs").Subject[]} */
export const runtimes = [
  node("20.19.0"), // The oldest one that `engines` allows.
  node("22.23.3"),
  node("24.21.0"),
  node("26.10.0"),
  {
    name: "Bun",
    version: "1.4.5",
    dependencies: { bun: "1.4.5" },
    programs: eachPackage("node_modules/@oven/*/bin/bun"),
  },
  {
    name: "Deno",
    version: "2.9.6",
    dependencies: { deno: "2.9.6" },
    programs: eachPackage("node_modules/@deno/*/deno", "run", "--allow-all"),
  },
  {
    name: "workerd",
    version: "1.20260730.1",
    dependencies: { miniflare: "4.20260730.0" }, // Brings that workerd.
    programs: [["node", "workerd.mjs", "dist/esbuild/worker.js"]],
  },
  {
    name: "Chromium",
    dependencies: {},
    programs: [inChromium("dist/vite/main.js")],
  },
];
