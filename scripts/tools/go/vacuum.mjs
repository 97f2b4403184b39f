/** @type {import("../tool.mjs").Tool} */
export const vacuum = {
  name: "vacuum",
  ecosystem: "go",
  package: "github.com/daveshanley/vacuum",
  input: "all descriptions",
  unavailable: "it is not on the module proxy, and its npm package downloads a program from elsewhere",
  steps: {},
};
