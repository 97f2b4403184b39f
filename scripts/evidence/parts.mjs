// The commands whose figures the page "Evidence" shows.
import { parseArgs } from "node:util";

/** Scripts of the root by the part of the page that they make. */
export const PARTS = Object.freeze({
  bench: "bench",
  outage: "outage",
  soak: "soak",
  fuzz: "fuzz",
  contract: "mutations:contract",
  code: "mutations:code",
  runtimes: "runtimes",
  tools: "tools",
  strangers: "strangers",
  credentials: "strangers:credentials",
});

/**
 * Returns the parts that `--only` names, or all of them.
 *
 * @param {readonly string[]} args
 */
export function parseOnly(args) {
  const all = /** @type {(keyof typeof PARTS)[]} */ (Object.keys(PARTS));
  const { values } = parseArgs({ args: [...args], options: { only: { type: "string" } } });
  if (values.only === undefined) return all;
  const names = values.only.split(",");
  const unknown = names.find((name) => !Object.hasOwn(PARTS, name));
  if (unknown !== undefined) throw new Error(`Unknown part "${unknown}". Use ${all.join(", ")}.`);
  return all.filter((part) => names.includes(part));
}
