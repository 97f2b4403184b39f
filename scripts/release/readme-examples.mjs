// Runs the examples of the READMEs with the packages that a registry has.
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
 * Runs programs and tests in `project`, where the packages are installed, and commands through npx in `elsewhere`, where
 * they are not.
 *
 * @param {{ project: string, elsewhere: string, rootReadme: string, env: NodeJS.ProcessEnv }} where
 */
export function runReadmeExamples({ project, elsewhere, rootReadme, env }) {
  const readme = (/** @type {string} */ name) =>
    readFileSync(join(project, "node_modules/@workspace-images", name, "README.md"), "utf8");
  const write = (/** @type {string} */ file, /** @type {string} */ text) =>
    writeFileSync(join(project, file), text);
  const run = (/** @type {string} */ cwd, /** @type {string} */ command, /** @type {string[]} */ ...args) => {
    process.stdout.write(`\n$ ${[command, ...args].join(" ")}\n`);
    const options = { cwd, env: { ...env, ...CONFIGURED } };
    execFileSync(command, args, { ...options, stdio: ["ignore", "inherit", "inherit"] });
  };

  for (const [index, code] of codeBlocks(rootReadme, "ts").entries()) {
    write(`program-${index + 1}.mts`, code);
    run(project, "node", `program-${index + 1}.mts`);
  }
  write("mocked-fetch.mjs", MOCKED_FETCH);
  for (const [index, code] of codeBlocks(readme("client"), "ts").entries()) {
    write(`client-${index + 1}.mts`, code);
    run(project, "node", "--import", "./mocked-fetch.mjs", `client-${index + 1}.mts`);
  }
  // A test names its file in the first line.
  for (const code of codeBlocks(readme("mock-server"), "ts"))
    write(/^\/\/ (\S+)\n/.exec(code)?.[1] ?? "mock-server.mts", code);
  write("mock.test.ts", codeBlocks(readme("mock"), "ts")[0] ?? "");
  run(project, "npx", "vitest", "run", "vitest.test.ts", "mock.test.ts");
  run(project, "node", "--test", "node.test.ts");
  run(project, "node", "mock-server.mts");
  for (const line of codeBlocks(readme("cli"), "sh").join("").split("\n")) {
    const [command = ""] = line.split(/\s+#/);
    const [program, ...args] = command.split(/\s+/);
    if (program === "npx" && args.includes("--mock")) run(elsewhere, "npx", "--yes", ...args);
  }
  run(elsewhere, "npx", "--yes", "@workspace-images/mock-server", "--version");
}

/**
 * @param {string} markdown
 * @param {string} language
 */
function codeBlocks(markdown, language) {
  const blocks = markdown.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, "gms"));
  return [...blocks].map(([, code = ""]) => code);
}
