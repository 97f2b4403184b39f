/** @type {import("./project.mjs").Project} */
export const java = {
  language: "Java",
  framework: "JUnit 5",
  version: ["mvn", "--version"],
  sdk: {
    name: "huaweicloud-sdk-workspace",
    file: "pom.xml",
    version: /<artifactId>huaweicloud-sdk-workspace<\/artifactId>\s*<version>(.+)<\/version>/,
  },
  folder: "java",
  test: () => ["mvn", "--batch-mode", "-Dsurefire.reportFormat=plain", "test"],
  passed: /^(?:\[INFO\] )?ImagesTest\.\w+ /gm,
};
