// `npm run release`: packs and publishes. With `check`, `version`, `pack` or `publish` as its argument it takes one step only.
import { readArguments } from "../arguments.mjs";
import { runStages } from "../stages.mjs";
import { packStages } from "./pack.mjs";
import { publishStages } from "./publish.mjs";
import { checkStages, versionStages } from "./version.mjs";

const steps = { check: checkStages, version: versionStages, pack: packStages, publish: publishStages };
const [step, ...others] = readArguments({ allowPositionals: true }).positionals;
const stages = step === undefined ? [...packStages, ...publishStages] : steps[step];
if (!stages || others.length > 0) {
  process.stderr.write("Usage: npm run release [-- check | version | pack | publish]\n");
  process.exit(2);
}
await runStages("npm run release", stages);
