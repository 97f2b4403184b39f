import { createImages, type MockImage } from "@workspace-images/mock";
import { images as description } from "@workspace-images/spec";
import { createRatioRows, ratioColumns } from "../report/ratio-rows.ts";
import { median } from "../report/statistic.ts";
import type { Table } from "../report/table.ts";
import { measureRunning, measureStarts, type Times } from "./measure-mocks.ts";
import { fetchByHand } from "./peers/fetch-by-hand.ts";
import { mockFetch } from "./peers/mock-fetch.ts";
import { mockServer } from "./peers/mock-server.ts";
import { mswByHand } from "./peers/msw-by-hand.ts";
import { mswWithOurs } from "./peers/msw-with-ours.ts";
import { prismAlone } from "./peers/prism-alone.ts";
import { prismCli } from "./peers/prism-cli.ts";
import { prismServer } from "./peers/prism-server.ts";
import { fetchSteady, steady } from "./peers/steady.ts";

/** How much is measured: all of it, or a tenth in a quick run. */
function effortOf(isQuick: boolean) {
  const share = isQuick ? 0.1 : 1;
  return {
    STARTS: isQuick ? 2 : 7,
    ONE_BY_ONE: { rounds: 100 * share, calls: 20, atATime: 1, warmUp: 3000 * share },
    TOGETHER: { rounds: 20 * share, calls: 200, atATime: 10, warmUp: 200 },
  };
}

const PAGE_OF_4 = { query: "limit=4", count: 4 };
const PAGE_OF_10 = { query: "limit=10", count: 10 };
const FILTERED_PAGE_OF_10 = { query: "os_type=Windows&sort_field=created_at&limit=10", count: 10 };

const inProcess = [fetchByHand, mockFetch, mswByHand, mswWithOurs];
const servers = [prismAlone, prismServer, prismCli, steady, mockServer];
const { singlePage } = description.components["examples"] as {
  readonly singlePage: { readonly value: { readonly images: readonly MockImage[] } };
};

function showTimes(times: Times | undefined, name: string): string {
  const values = times?.get(name) ?? [];
  return `${median(values).toFixed(1)} (${Math.min(...values).toFixed(1)})`;
}

/** Names, the fastest first. */
function sortedBy(times: Times): string[] {
  return [...times].sort(([, one], [, other]) => median(one) - median(other)).map(([name]) => name);
}

/** Measures the mocks, a table after the other. A quick run takes a minute instead of several. */
export async function* mockTables(isQuick: boolean): AsyncGenerator<Table> {
  await fetchSteady();

  const peers = [...inProcess, ...servers];
  const images = singlePage.value.images;
  const { STARTS, ONE_BY_ONE, TOGETHER } = effortOf(isQuick);

  const starts = await measureStarts(peers, images, PAGE_OF_4, STARTS);
  yield {
    title: "Start of a mock",
    note: `medians of ${STARTS} fresh processes, the best in brackets; the mocks take turns`,
    columns: ["mock", "ready after import, ms", "first response, ms"],
    rows: sortedBy(starts.firstResponse).map((name) => [
      name,
      showTimes(starts.ready, name),
      showTimes(starts.firstResponse, name),
    ]),
  };

  const running = await measureRunning(peers, images, [
    [PAGE_OF_4, ONE_BY_ONE],
    [PAGE_OF_4, TOGETHER],
  ]);
  const [oneByOne = new Map(), together = new Map()] = running.times;
  yield {
    title: "The same page of 4 images from each mock",
    note: `ratios to Prism's own server; ${ONE_BY_ONE.rounds} rounds of ${ONE_BY_ONE.calls} calls, one at a time; requests per second: best of ${TOGETHER.rounds} rounds with ${TOGETHER.atATime} at a time`,
    columns: ["mock", ...ratioColumns("µs"), "requests per second", "memory, MB"],
    rows: createRatioRows(oneByOne, prismServer).map(([name = "", ...cells]) => [
      name,
      ...cells,
      (1e6 / Math.min(...(together.get(name) ?? []))).toFixed(0),
      (running.memory.get(name) ?? Number.NaN).toFixed(0),
    ]),
  };

  const show = (able: boolean | undefined) => (able ? "yes" : "no");
  yield {
    title: "What a mock does",
    note: "tested in the same run; rejects: requests without credentials (none), with a wrong token (wrong)",
    columns: ["mock", "filters", "pages", "rejects"],
    rows: sortedBy(oneByOne).map((name) => {
      const abilities = running.abilities.get(name);
      return [name, show(abilities?.filters), show(abilities?.paging), abilities?.rejects ?? ""];
    }),
  };

  const paging = peers.filter(({ name }) => running.abilities.get(name)?.paging);
  const few = await measureRunning(paging, createImages(50), [
    [PAGE_OF_10, ONE_BY_ONE],
    [FILTERED_PAGE_OF_10, ONE_BY_ONE],
  ]);
  const many = await measureRunning(paging, createImages(5000), [[FILTERED_PAGE_OF_10, ONE_BY_ONE]]);
  yield {
    title: "A page of 10 images, from mocks with paging",
    note: "median µs, the best in brackets; filtered: os_type=Windows, sorted by created_at",
    columns: ["mock", "first 10 of 50", "filtered 10 of 50", "filtered 10 of 5000"],
    rows: sortedBy(few.times[0] ?? new Map()).map((name) => [
      name,
      ...[...few.times, ...many.times].map((times) => showTimes(times, name)),
    ]),
  };
}
