/** @type {import("./project.mjs").Project} */
export const shell = {
  language: "shell",
  framework: "curl",
  version: ["curl", "--version"],
  folder: "shell",
  test: () => ["sh", "test_images.sh"],
  passed: /^passed: /gm,
};
