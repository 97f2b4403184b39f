import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { checkBudgets } from "./budget.ts";
import { measureImports } from "./clients/import-time.ts";
import { measureLoopback } from "./clients/loopback.ts";
import { measureOverhead } from "./clients/overhead.ts";
import { axiosPeer } from "./clients/peers/axios.ts";
import { bareFetch } from "./clients/peers/bare-fetch.ts";
import { heyApi } from "./clients/peers/hey-api.ts";
import { huaweiSdk } from "./clients/peers/huawei-sdk.ts";
import { kyPeer } from "./clients/peers/ky.ts";
import { octokit } from "./clients/peers/octokit.ts";
import { ofetchPeer } from "./clients/peers/ofetch.ts";
import { openapiFetch } from "./clients/peers/openapi-fetch.ts";
import { modules, withAccessKey, withAll, withDeadline, withDefaults } from "./clients/peers/ours.ts";
import type { Peer } from "./clients/peers/peer.ts";
import { createRedoclyPeer } from "./clients/peers/redocly-generated.ts";
import { generateRedoclyClient } from "./clients/redocly-client.ts";
import { measureOwnSizes, measureSize, type Size } from "./clients/size.ts";
import { createRatioRows, RATIO_COLUMNS } from "./report/ratio-rows.ts";
import { printMachine, printTable } from "./report/report.ts";
import { median, ratios } from "./report/statistic.ts";
import type { Table } from "./report/table.ts";
import budgets from "./time-budgets.json" with { type: "json" };

const IMPORT_ROUNDS = 21;
// The more code a client has, the more calls it takes until all of it is compiled.
const OVERHEAD = { processes: 3, rounds: 80, calls: 40, warmUp: 20_000 };
const LOOPBACK = { processes: 3, rounds: 80, calls: 5, warmUp: 15_000 };

/** What is measured in this run, as ratios, by the names of the budgets. */
const measured = {} as Record<keyof typeof budgets, number>;

async function createSizeTable(peers: readonly Peer[]): Promise<Table> {
  const show = (name: string, { minified, gzipped }: Size) => [
    name,
    (minified / 1000).toFixed(1),
    (gzipped / 1000).toFixed(2),
  ];
  const { core, whole, validate, leftovers } = await measureOwnSizes();
  const rows = [
    show("ours: createImagesClient, tokenAuth", core),
    show("ours: everything of the main entry", whole),
    show("ours: what /validate adds", validate),
  ];
  for (const { name, program, platform } of peers) {
    if (program) rows.push(show(name, await measureSize(program, platform)));
  }
  return {
    title: "Size",
    note: `kB of 1000 bytes, bundled by esbuild with all dependencies; unused code in our smallest bundle: ${leftovers.join(", ") || "none"}`,
    columns: ["bundle", "minified kB", "gzipped kB"],
    rows,
  };
}

async function createImportTable(peers: readonly Peer[], folder: string): Promise<Table> {
  const empty = join(folder, "empty.mjs");
  await writeFile(empty, "");
  const entries = new Map<string, readonly string[]>([
    ["an empty module", [pathToFileURL(empty).href]],
    ["ours", modules],
  ]);
  for (const { name, modules } of peers) if (modules) entries.set(name, modules);
  const times = await measureImports(entries, IMPORT_ROUNDS);
  const base = median(times.get(openapiFetch.name) ?? []);
  measured["import-time"] = median(times.get("ours") ?? []) / base;
  return {
    title: "Import",
    note: `${IMPORT_ROUNDS} fresh processes for each module; the modules take turns; ratios to openapi-fetch`,
    columns: ["module", "median ms", "best ms", "ratio of medians"],
    rows: [...times].map(([name, values]) => [
      name,
      median(values).toFixed(1),
      Math.min(...values).toFixed(1),
      (median(values) / base).toFixed(2),
    ]),
  };
}

async function createOverheadTable(peers: readonly Peer[], folder: string): Promise<Table> {
  const contestants = [withDefaults, withDeadline, withAll, withAccessKey, ...peers];
  const times = await measureOverhead(
    contestants.filter(({ takesFetch }) => takesFetch),
    folder,
    OVERHEAD,
  );
  measured.overhead = medianRatio(times, withAll);
  measured["signed-overhead"] = medianRatio(times, withAccessKey);
  const silent = contestants.filter(({ takesFetch }) => !takesFetch).map(({ name }) => name);
  return {
    title: "Overhead without network",
    note: `a page of 10 images from an injected fetch; ratios to openapi-fetch; ${OVERHEAD.processes} processes per client, ${OVERHEAD.rounds} rounds of ${OVERHEAD.calls} calls in each; cannot inject a fetch: ${silent.join(", ")}`,
    columns: ["client", ...RATIO_COLUMNS],
    rows: createRatioRows(times, openapiFetch),
  };
}

async function createLoopbackTable(peers: readonly Peer[], folder: string): Promise<Table> {
  const times = await measureLoopback([withDefaults, withAll, withAccessKey, ...peers], folder, LOOPBACK);
  measured.loopback = medianRatio(times, withAll);
  return {
    title: "Loopback HTTP",
    note: `a page of 100 images from a server in another process; ratios to fetch + json(); ${LOOPBACK.processes} processes per client, ${LOOPBACK.rounds} rounds of ${LOOPBACK.calls} calls in each`,
    columns: ["client", ...RATIO_COLUMNS],
    rows: createRatioRows(times, bareFetch),
  };
}

/** What one of our rows takes, divided by what openapi-fetch takes in the same round. */
function medianRatio(times: ReadonlyMap<string, readonly number[]>, { name }: Peer): number {
  return median(ratios(times.get(name) ?? [], times.get(openapiFetch.name) ?? []));
}

const folder = await mkdtemp(join(tmpdir(), "workspace-images-bench-"));
try {
  await generateRedoclyClient(folder);
  const peers = [
    bareFetch,
    openapiFetch,
    heyApi,
    createRedoclyPeer(folder),
    kyPeer,
    ofetchPeer,
    octokit,
    axiosPeer,
    huaweiSdk,
  ];
  printMachine();
  const steps = [createSizeTable, createImportTable, createOverheadTable, createLoopbackTable];
  for (const createTable of steps) printTable(await createTable(peers, folder));
  checkBudgets(budgets, measured, "time-budgets.json");
} finally {
  await rm(folder, { recursive: true });
}
