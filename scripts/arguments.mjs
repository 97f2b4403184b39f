// The arguments of the scripts that `npm run` starts.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";

/** Options of any script whose values are positive integers. */
const COUNTS = ["calls", "clients", "copies", "requests", "sample", "seed"];

/**
 * Returns the arguments of this script, as `parseArgs` does. `--help` prints the comment at the top of the script instead;
 * an argument that the script does not know is a usage error. Both end the process.
 *
 * @template {import("node:util").ParseArgsConfig} [Config={}]
 * @param {Config} [config]
 */
export function readArguments(config) {
  const { options, ...rest } = /** @type {Config} */ (config ?? {});
  const help = /** @type {const} */ ({ type: "boolean", short: "h" });
  try {
    const { values, positionals } = parseArgs({ ...rest, options: { ...options, help } });
    if (values["help"]) {
      process.stdout.write(`${topComment()}\n`);
      process.exit(0);
    }
    for (const [name, value] of Object.entries(values)) {
      if (COUNTS.includes(name) && !/^[1-9]\d*$/.test(String(value)))
        throw new Error(`--${name} ${value} must be a positive integer`);
    }
    return /** @type {ReturnType<typeof parseArgs<Config>>} */ ({ values, positionals });
  } catch (error) {
    const [reason] = /** @type {Error} */ (error).message.split(". ");
    process.stderr.write(`${reason}. For the usage, add -- --help.\n`);
    process.exit(2);
  }
}

function topComment() {
  const lines = readFileSync(process.argv[1] ?? "", "utf8").split("\n");
  const end = lines.findIndex((line) => !line.startsWith("//"));
  return lines
    .slice(0, end)
    .map((line) => line.slice(3))
    .join("\n");
}
