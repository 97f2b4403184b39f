import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createRatioRows, ratioColumns } from "../report/ratio-rows.ts";
import { median, ratios } from "../report/statistic.ts";
import type { Table } from "../report/table.ts";
import { measureImports } from "./import-time.ts";
import { CONCURRENCIES, measureListing } from "./listing.ts";
import { measureLoopback } from "./loopback.ts";
import { measureOverhead } from "./overhead.ts";
import { axiosPeer } from "./peers/axios.ts";
import { bareFetch } from "./peers/bare-fetch.ts";
import { heyApi } from "./peers/hey-api.ts";
import { huaweiSdk } from "./peers/huawei-sdk.ts";
import { kyPeer } from "./peers/ky.ts";
import { octokit } from "./peers/octokit.ts";
import { ofetchPeer } from "./peers/ofetch.ts";
import { openapiFetch } from "./peers/openapi-fetch.ts";
import { modules, withAccessKey, withAll, withDeadline, withDefaults } from "./peers/ours.ts";
import type { Peer } from "./peers/peer.ts";
import { createRedoclyPeer } from "./peers/redocly-generated.ts";
import { generateRedoclyClient } from "./redocly-client.ts";
import { measureOwnSizes, measureSize, type Size } from "./size.ts";

/** How much is measured: all of it, or a part in a quick run. */
function effortOf(isQuick: boolean) {
  const share = isQuick ? 0.1 : 1;
  return {
    importRounds: Math.ceil(21 * share),
    // The more code a client has, the more calls it takes until all of it is compiled.
    overhead: { processes: isQuick ? 1 : 3, rounds: isQuick ? 24 : 80, calls: 40, warmUp: 20_000 },
    loopback: { processes: isQuick ? 1 : 3, rounds: 80 * share, calls: 5, warmUp: 15_000 * share },
  };
}

type Effort = ReturnType<typeof effortOf>;

/** What is measured, as ratios, by the names of the budgets. */
export interface MeasuredClient {
  "import-time": number;
  overhead: number;
  "signed-overhead": number;
  loopback: number;
  concurrency: number;
}

async function createSizeTable(peers: readonly Peer[]): Promise<Table> {
  const show = (name: string, { minified, gzipped }: Size) => [
    name,
    (minified / 1000).toFixed(1),
    (gzipped / 1000).toFixed(2),
  ];
  const { core, whole, validate, leftovers } = await measureOwnSizes();
  const rows = [
    show("workspace-images: createImagesClient, tokenAuth", core),
    show("workspace-images: everything of the main entry", whole),
    show("workspace-images: what /validate adds", validate),
  ];
  for (const { name, program, platform } of peers) {
    if (program) rows.push(show(name, await measureSize(program, platform)));
  }
  return {
    title: "Size",
    note: `kB of 1000 bytes, bundled by esbuild with all dependencies; unused code in our smallest bundle: ${leftovers.join(", ") || "none"}`,
    columns: ["bundle", "minified kB", "gzipped kB"],
    rows: rows.sort(([, , one], [, , other]) => Number(one) - Number(other)),
  };
}

async function createImportTable(
  peers: readonly Peer[],
  folder: string,
  { importRounds }: Effort,
  measured: MeasuredClient,
): Promise<Table> {
  const empty = join(folder, "empty.mjs");
  await writeFile(empty, "");
  const entries = new Map<string, readonly string[]>([
    ["an empty module", [pathToFileURL(empty).href]],
    ["workspace-images", modules],
  ]);
  for (const { name, modules } of peers) if (modules) entries.set(name, modules);
  const times = await measureImports(entries, importRounds);
  measured["import-time"] = medianRatio(times, { name: "workspace-images" });
  return {
    title: "Import",
    note: `${importRounds} fresh processes for each module; the modules take turns; ratios to openapi-fetch`,
    columns: ["module", ...ratioColumns("ms")],
    rows: createRatioRows(times, openapiFetch),
  };
}

async function createOverheadTable(
  peers: readonly Peer[],
  folder: string,
  { overhead }: Effort,
  measured: MeasuredClient,
): Promise<Table> {
  const contestants = [withDefaults, withDeadline, withAll, withAccessKey, ...peers];
  const times = await measureOverhead(
    contestants.filter(({ takesFetch }) => takesFetch),
    folder,
    overhead,
  );
  measured.overhead = medianRatio(times, withAll);
  measured["signed-overhead"] = medianRatio(times, withAccessKey);
  const silent = contestants.filter(({ takesFetch }) => !takesFetch).map(({ name }) => name);
  return {
    title: "Overhead without network",
    note: `a page of 10 images from an injected fetch; ratios to openapi-fetch; ${overhead.processes} processes per client, ${overhead.rounds} rounds of ${overhead.calls} calls in each; cannot inject a fetch: ${silent.join(", ")}`,
    columns: ["client", ...ratioColumns("µs")],
    rows: createRatioRows(times, openapiFetch),
  };
}

async function createLoopbackTable(
  peers: readonly Peer[],
  folder: string,
  { loopback }: Effort,
  measured: MeasuredClient,
): Promise<Table> {
  const times = await measureLoopback([withDefaults, withAll, withAccessKey, ...peers], folder, loopback);
  measured.loopback = medianRatio(times, withAll);
  return {
    title: "Loopback HTTP",
    note: `a page of 100 images from a server in another process; ratios to fetch + json(); ${loopback.processes} processes per client, ${loopback.rounds} rounds of ${loopback.calls} calls in each`,
    columns: ["client", ...ratioColumns("µs")],
    rows: createRatioRows(times, bareFetch),
  };
}

/** What one of our rows takes, divided by what openapi-fetch takes in the same round. */
function medianRatio(times: ReadonlyMap<string, readonly number[]>, { name }: Pick<Peer, "name">): number {
  return median(ratios(times.get(name) ?? [], times.get(openapiFetch.name) ?? []));
}

/** Reads a listing of 5,000 images from a service that takes 50 ms for a page, at several concurrencies. */
async function createConcurrencyTable(
  _peers: readonly Peer[],
  _folder: string,
  _effort: Effort,
  measured: MeasuredClient,
): Promise<Table> {
  const times: number[] = [];
  for (const concurrency of CONCURRENCIES) times.push(await measureListing(concurrency));
  const [sequential = Number.NaN] = times;
  measured.concurrency = (times.at(-1) ?? Number.NaN) / sequential;
  return {
    title: "A listing of 5,000 images",
    note: "workspace-images, each page takes 50 ms; ratios to one page at a time",
    columns: ["pages at a time", "ms", "ratio"],
    rows: CONCURRENCIES.map((concurrency, index) => {
      const time = times[index] ?? Number.NaN;
      return [String(concurrency), time.toFixed(0), (time / sequential).toFixed(2)];
    }),
  };
}

/**
 * Measures the clients, a table after the other. `measured` receives the ratios that have a budget. A quick run takes a
 * minute instead of ten.
 */
export async function* clientTables(isQuick: boolean, measured: MeasuredClient): AsyncGenerator<Table> {
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
    const steps = [
      createSizeTable,
      createImportTable,
      createOverheadTable,
      createLoopbackTable,
      createConcurrencyTable,
    ];
    for (const createTable of steps) yield await createTable(peers, folder, effortOf(isQuick), measured);
  } finally {
    await rm(folder, { recursive: true });
  }
}
