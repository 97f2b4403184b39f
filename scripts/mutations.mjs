// `npm run mutations:contract`: changes one fact at a time in a copy of the repository, generates again what follows from
// it, and expects a check to notice. `-- --only <pattern>` tries the mutations whose kind or ID has the pattern,
// `-- --sample <n>` tries n of them, `-- --list` only lists them. `-- --copies <n>` tries n at a time, by default as many
// as there are processors. Results are kept until a file changes; `-- --again` tries all again.
import { availableParallelism } from "node:os";
import { readArguments } from "./arguments.mjs";
import { install } from "./install.mjs";
import { createPool } from "./mutations/pool.mjs";
import { report } from "./mutations/report.mjs";
import { openResults } from "./mutations/results.mjs";
import { root, run } from "./run.mjs";
import { runStages } from "./stages.mjs";

const { values } = readArguments({
  options: {
    only: { type: "string" },
    sample: { type: "string" },
    copies: { type: "string", default: String(availableParallelism()) },
    list: { type: "boolean" },
    again: { type: "boolean" },
  },
});
const { only = "", sample, list, again } = values;
const pattern = new RegExp(only, "i");
/** @type {readonly import("./mutations/mutations.mjs").Mutation[]} */
let all = [];
/** @type {ReturnType<typeof createPool>} */
let pool;
const results = openResults();

/** @type {readonly import("./mutations/mutations.mjs").Mutation[]} */
let chosen = [];
const untried = () => chosen.filter(({ id }) => again || !results.of(id));
/** Finds the mutations, with packages that only the first stage installs. */
const find = async () => {
  const { listMutations, sampleOf } = await import("./mutations/mutations.mjs");
  all = listMutations(root);
  const found = all.filter(({ id, kind }) => pattern.test(kind) || pattern.test(id));
  chosen = sample === undefined ? found : sampleOf(found, Number(sample));
};
const prepare = async () => {
  if (untried().length > 0) pool = createPool(Number(values.copies));
};

await runStages("mutations:contract", [
  { title: "Install the locked dependencies and Node.js 24", run: install },
  { title: "Build everything", run: () => run("turbo", ["run", "build"]) },
  { title: "Find the mutations", run: find },
  ...(list
    ? []
    : [
        { title: "Copy the repository", run: prepare },
        { title: "Run every check without a mutation", run: async () => pool?.runEveryCheck() },
        { title: "Try the mutations", show: true, run: async () => pool?.tryAll(untried(), results) },
      ]),
]);
if (list) for (const { kind, id } of chosen) console.log(`${kind}  ${id}`);
else {
  const tried = all.flatMap(({ id }) => results.of(id) ?? []);
  const isWhole = tried.length === all.length;
  const wanted = isWhole ? tried : chosen.flatMap(({ id }) => results.of(id) ?? []);
  process.exitCode = report(wanted, results.times(), isWhole) ? 0 : 1;
}
