// Runs the examples of the READMEs in a folder where the packages are installed.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const MOCKED_FETCH = `import { createMock } from "@workspace-images/mock";
globalThis.fetch = createMock({ accessKeys: { EXAMPLEACCESSKEY: "not-a-real-secret-key" } }).fetch;
`;
/** What an example finds configured. */
const CONFIGURED = {
  HUAWEICLOUD_SDK_AK: "EXAMPLEACCESSKEY",
  HUAWEICLOUD_SDK_SK: "not-a-real-secret-key",
  HW_REGION_NAME: "cn-north-4",
};

/**
 * @param {string} folder
 * @param {string} rootReadme
 * @param {NodeJS.ProcessEnv} env
 */
export function runReadmeExamples(folder, rootReadme, env) {
  const readme = (/** @type {string} */ name) =>
    readFileSync(join(folder, "node_modules/@workspace-images", name, "README.md"), "utf8");
  const write = (/** @type {string} */ file, /** @type {string} */ text) =>
    writeFileSync(join(folder, file), text);
  const run = (/** @type {string} */ command, /** @type {string[]} */ ...args) => {
    process.stdout.write(`\n$ ${[command, ...args].join(" ")}\n`);
    execFileSync(command, args, {
      cwd: folder,
      env: { ...env, ...CONFIGURED },
      stdio: ["ignore", "inherit", "inherit"],
    });
  };

  for (const [index, code] of codeBlocks(rootReadme, "ts").entries()) {
    write(`program-${index + 1}.mts`, code);
    run("node", `program-${index + 1}.mts`);
  }
  write("mocked-fetch.mjs", MOCKED_FETCH);
  for (const [index, code] of codeBlocks(readme("client"), "ts").entries()) {
    write(`client-${index + 1}.mts`, code);
    run("node", "--import", "./mocked-fetch.mjs", `client-${index + 1}.mts`);
  }
  // These name their file in the first line.
  for (const code of codeBlocks(readme("mock-server"), "ts"))
    write(/^\/\/ (\S+)\n/.exec(code)?.[1] ?? "", code);
  const [mockTest = ""] = codeBlocks(readme("mock"), "ts");
  write("mock.test.ts", mockTest);
  run("npx", "vitest", "run", "vitest.test.ts", "mock.test.ts");
  run("node", "--test", "node.test.ts");
  for (const line of codeBlocks(readme("cli"), "sh").join("").split("\n")) {
    const [command = ""] = line.split(/\s+#/);
    if (command.startsWith("npx ") && command.includes("--mock"))
      run("npx", "--yes", ...command.split(/\s+/).slice(1));
  }
  run("npx", "--yes", "@workspace-images/mock-server", "--version");
}

/**
 * @param {string} markdown
 * @param {string} language
 */
function codeBlocks(markdown, language) {
  const blocks = markdown.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, "gms"));
  return [...blocks].map(([, code = ""]) => code);
}
