// Writes the results to RUNTIMES.md, below what is written there by hand.
import { readFile, writeFile } from "node:fs/promises";

const file = new URL("../../RUNTIMES.md", import.meta.url);
const HEADING = "\n## Results\n";

/** @param {readonly (readonly string[])[]} rows */
function table([head = [], ...rows]) {
  const line = (/** @type {readonly string[]} */ cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/**
 * A row for each result, a column for each package.
 *
 * @param {readonly string[]} head
 * @param {readonly import("./subject.mjs").Result[]} results
 */
function resultTable(head, results) {
  const packages = [...new Set(results.flatMap(({ behaviours }) => Object.keys(behaviours)))];
  const rows = results.map(({ name, version, behaviours }) => [
    name,
    version,
    ...packages.map((name) => (behaviours[name] ? "passed" : "–")),
  ]);
  return table([[...head, ...packages], ...rows]);
}

/**
 * Writes the results.
 *
 * @param {Readonly<Record<"runtimes" | "bundlers" | "resolutions", readonly import("./subject.mjs").Result[]>>} results
 */
export async function writeReport({ runtimes, bundlers, resolutions }) {
  const [byHand = ""] = (await readFile(file, "utf8")).split(HEADING);
  const date = new Date().toISOString().slice(0, 10);
  const seen = Object.entries(runtimes[0]?.behaviours ?? {}).flatMap(([name, behaviours]) =>
    behaviours.map((behaviour) => [`\`${name}\``, behaviour]),
  );
  const parts = [
    "### Runtimes",
    `On ${date}, the packed packages were installed from their tarballs, and every behaviour in the last table was tested. A dash means that the package does not support this runtime.`,
    resultTable(["runtime", "version"], runtimes),
    "### Bundlers",
    "Each bundles a program that uses the client and the mock, for browsers; the bundle passed in Node.js and in Chromium.",
    resultTable(["bundler", "version"], bundlers),
    "### TypeScript",
    "A program that uses the main entries compiles with each of these settings. Entries such as `@workspace-images/client/node` cannot be found with `node10`.",
    resultTable(["moduleResolution", "TypeScript"], resolutions),
    "### Behaviours",
    "What is tested on each runtime. `npm run runtimes` fails if any of these fails.",
    table([["package", "behaviour"], ...seen]),
  ];
  await writeFile(file, `${byHand}${HEADING}\n${parts.join("\n\n")}\n`);
}
