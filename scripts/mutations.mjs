// `npm run mutations:contract`: changes one fact at a time in a copy of the repository, generates again what follows from
// it, and expects a check to notice. `-- --only <pattern>` tries the mutations whose kind or ID has the pattern,
// `-- --sample <n>` tries n of them, `-- --list` only lists them. `-- --copies <n>` tries n at a time, by default as many
// as there are processors.
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { install } from "./install.mjs";
import { listMutations, sampleOf } from "./mutations/mutations.mjs";
import { createPool } from "./mutations/pool.mjs";
import { createReport } from "./mutations/report.mjs";
import { root, run } from "./run.mjs";
import { runStages } from "./stages.mjs";

const { values } = parseArgs({
  options: {
    only: { type: "string" },
    sample: { type: "string" },
    copies: { type: "string", default: String(availableParallelism()) },
    list: { type: "boolean" },
  },
});
const { only, sample, list = false } = values;
const isWhole = only === undefined && sample === undefined;
const pattern = new RegExp(only ?? "", "i");
const report = createReport();
const mutations = /** @type {import("./mutations/mutations.mjs").Mutation[]} */ ([]);
/** @type {ReturnType<typeof createPool>} */
let pool;

function find() {
  const found = listMutations(root).filter(({ id, kind }) => pattern.test(kind) || pattern.test(id));
  mutations.push(...(sample === undefined ? found : sampleOf(found, Number(sample))));
}

await runStages("mutations:contract", [
  { title: "Install the locked dependencies and Node.js 24", run: install },
  { title: "Build everything", run: () => run("turbo", ["run", "build"]) },
  { title: "Find the mutations", run: async () => find() },
  ...(list
    ? []
    : [
        {
          title: "Copy the repository",
          run: async () => {
            pool = createPool(Number(values.copies));
          },
        },
        ...(isWhole
          ? [{ title: "Run every check without a mutation", run: () => pool.runEveryCheck() }]
          : []),
        { title: "Try the mutations", show: true, run: () => pool.tryAll(mutations, report) },
      ]),
]);
if (list) for (const { kind, id } of mutations) console.log(`${kind}  ${id}`);
else report.end({ isWhole });
