// The ways in which TypeScript finds a package.

const common = ["--noEmit", "--strict", "--skipLibCheck"];
const language = ["--target", "es2023", "--lib", "es2023,esnext.disposable,dom"];

/**
 * @param {string} name
 * @param {string} module
 * @returns {import("./subject.mjs").Subject}
 */
function resolution(name, module) {
  const how = ["--moduleResolution", name, "--module", module];
  return {
    name: `\`${name}\``,
    version: "5.9.3",
    dependencies: { typescript: "5.9.3" },
    build: ["node_modules/.bin/tsc", ...common, ...language, ...how, "resolution.ts"],
    programs: [],
  };
}

export const resolutions = [
  resolution("node10", "esnext"),
  resolution("node16", "node16"),
  resolution("nodenext", "nodenext"),
  resolution("bundler", "esnext"),
];
