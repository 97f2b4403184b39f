/** @type {import("./project.mjs").Project} */
export const go = {
  language: "Go",
  framework: "go test",
  version: ["go", "version"],
  sdk: { name: "huaweicloud-sdk-go-v3", file: "go.mod", version: /huaweicloud-sdk-go-v3 v(\S+)/ },
  folder: "go",
  test: () => ["go", "test", "-v", "-count=1"],
  passed: /^--- PASS/gm,
};
