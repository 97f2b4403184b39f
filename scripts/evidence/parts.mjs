// The commands whose figures the page "Evidence" shows.
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
 * @param {string | undefined} only
 */
export function parseOnly(only) {
  const all = /** @type {(keyof typeof PARTS)[]} */ (Object.keys(PARTS));
  if (only === undefined) return all;
  const names = only.split(",");
  const unknown = names.find((name) => !Object.hasOwn(PARTS, name));
  if (unknown !== undefined) throw new Error(`Unknown part "${unknown}". Use ${all.join(", ")}.`);
  return all.filter((part) => names.includes(part));
}
