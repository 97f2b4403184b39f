// The checks that may notice a mutation, each with what it is about. Those that only compare with a committed copy are not
// among them.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { root, run } from "../run.mjs";

/** Ends what a mutation made hang. */
const TIMEOUT = 300_000;

/** @typedef {{ name: string, run: (folder: string) => Promise<unknown> }} Check */

/** @param {string} place @param {readonly string[]} args */
const node =
  (place, ...args) =>
  (/** @type {string} */ folder) =>
    run("node", args, { cwd: join(folder, place), timeout: TIMEOUT });

/** Runs tests of a package in one process, up to the first that fails. @param {string} place @param {readonly string[]} args */
const tests = (place, ...args) => {
  // Vitest runs the other files without a word, and the check would notice less.
  const missing = args.find((file) => file.startsWith("test/") && !existsSync(join(root, place, file)));
  if (missing) throw new Error(`There is no ${place}/${missing}. Correct scripts/mutations/checks.mjs`);
  return node(
    place,
    "node_modules/vitest/vitest.mjs",
    "run",
    "--no-isolate",
    "--maxWorkers=1",
    "--bail=1",
    "--reporter=dot",
    ...args,
  );
};

/** @param {string} name @param {Check["run"]} action @returns {Check} */
const check = (name, action) => ({ name, run: action });

/** Tests of the descriptions that take longer than all others together, or notice nothing. */
const SLOW = "test/{difference,package,score,secrets,types}.test.ts";

export const buildDescriptions = check("build of the descriptions", node("spec", "--run", "build"));
/** In the order of their cost. */
export const ofDescriptions = [
  check("tests of the descriptions", tests("spec", `--exclude=${SLOW}`)),
  check("lint of the descriptions", node("spec", "--run", "lint")),
  check(
    "tests of the types and of the package of the descriptions",
    tests("spec", "test/types.test.ts", "test/package.test.ts"),
  ),
];

/** Packages with generated code: how it is generated and built, and the checks of it. */
export const packages = [
  {
    place: "packages/client",
    checks: [
      check("tests of the client", tests("packages/client", "test/listing/query.test.ts", "test/validation")),
      check("types of the client", node("packages/client", "--run", "check")),
    ],
  },
  {
    place: "packages/mock",
    checks: [
      check("tests of the mock", tests("packages/mock", "--project=mock")),
      check("types of the mock", node("packages/mock", "--run", "check")),
    ],
  },
  {
    place: "packages/cli",
    // Its tests run what was built.
    checks: [
      check("types of the command line", node("packages/cli", "--run", "check")),
      check("build of the command line", node("packages/cli", "--run", "build")),
      check(
        "tests of what the command line says",
        tests("packages/cli", "test/explanation.test.ts", "test/completion.test.ts"),
      ),
      check("tests of the command line", tests("packages/cli", "test/program.test.ts", "test/list.test.ts")),
    ],
  },
].map((one) => ({
  ...one,
  generate: check(`generator of ${one.place}`, node(one.place, "--run", "generate")),
  build: check(`build of ${one.place}`, node(one.place, "--run", "build")),
}));

export const ofContract = [
  check(
    "contract tests",
    tests(
      "packages/mock-server",
      ...["contract", "conformance", "mock-server"].map((name) => `test/${name}.test.ts`),
    ),
  ),
];
export const ofPages = [
  check("tests of the pages", tests("packages/docs", "test/twins.test.ts", "test/content.test.ts")),
  check(
    "tests of the pages in a browser",
    tests(
      "packages/docs",
      "test/deep-links.test.ts",
      "test/operation-pages.test.ts",
      "test/reference.test.ts",
    ),
  ),
];
export const ofSamples = [
  check("tests of the samples", tests("packages/docs", "test/operation-samples.test.ts")),
];

export const everyCheck = [
  buildDescriptions,
  ...ofDescriptions,
  ...packages.flatMap(({ generate, build, checks }) => [generate, build, ...checks]),
  ...ofContract,
  ...ofPages,
  ...ofSamples,
];
