// `npm run evidence`: makes the figures of the page "Evidence" again, one command after the other, and builds the
// documentation. A failure does not stop it; a command says itself what it cannot execute on this machine. `-- --only
// outage,soak` runs some of the commands.
import { readArguments } from "./arguments.mjs";
import { PARTS, parseOnly } from "./evidence/parts.mjs";
import { useTools } from "./install.mjs";
import { run } from "./run.mjs";
import { printTable } from "./table.mjs";

/** @type {readonly (keyof typeof PARTS)[]} */
let parts = [];
try {
  parts = parseOnly(readArguments({ options: { only: { type: "string" } } }).values.only);
} catch (error) {
  process.stderr.write(`${/** @type {Error} */ (error).message}\n`);
  process.exit(2);
}

const rows = [["command", "result", "seconds"]];

/** @param {string} name @param {string} command @param {readonly string[]} args */
async function attempt(name, command, args) {
  const begun = performance.now();
  const passed = await run(command, args, { show: true }).then(
    () => true,
    () => false,
  );
  if (!passed) process.exitCode = 1;
  rows.push([name, passed ? "passed" : "FAILED", ((performance.now() - begun) / 1000).toFixed(0)]);
}

for (const part of parts) await attempt(`npm run ${PARTS[part]}`, "npm", ["run", PARTS[part]]);
useTools();
await attempt("build the page", "turbo", ["run", "build", "--filter=@workspace-images/docs"]);
printTable(rows);
