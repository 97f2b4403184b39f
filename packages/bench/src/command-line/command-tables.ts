import { createRequire } from "node:module";
import { join } from "node:path";
import { createImages } from "@workspace-images/mock";
import { startMockServer } from "@workspace-images/mock-server";
import { createRatioRows, ratioColumns } from "../report/ratio-rows.ts";
import type { Table } from "../report/table.ts";
import { shuffle } from "../turns/shuffle.ts";
import { measureMemory, timeNode } from "./timed-process.ts";

/** What is measured, as ratios, by the names of the budgets. */
export interface MeasuredCommands {
  "command-start": number;
  "command-list": number;
}

const FLOOR = 'node --eval ""';
const VERSION = "workspace-images --version";
const LIST = "workspace-images list";
const SDK = "@huaweicloud/huaweicloud-sdk-core, a script";
const BIN = join(
  createRequire(import.meta.url).resolve("@workspace-images/cli/package.json"),
  "../dist/bin.js",
);

/** A script that prints the IDs of the first page, as people write it with the core of the official SDK. */
const sdkScript = (endpoint: string) => `
import { HcClient } from "@huaweicloud/huaweicloud-sdk-core/HcClient.js";
import { DefaultHttpClient } from "@huaweicloud/huaweicloud-sdk-core/http/DefaultHttpClient.js";
const client = new HcClient(new DefaultHttpClient({}, ["${endpoint}"])).withEndpoints(["${endpoint}"]);
const { images } = await client.sendRequest({
  method: "GET",
  url: "/v2/{project_id}/images",
  contentType: "application/json",
  pathParams: { project_id: "p" },
  queryParams: { limit: 100 },
  headers: { "X-Auth-Token": process.env.HW_AUTH_TOKEN },
});
if (images.length !== 100) throw new Error("The page is not complete");
for (const { id } of images) console.log(id);
`;

/** Measures the commands as processes that take turns. */
export async function* commandTables(isQuick: boolean, measured: MeasuredCommands): AsyncGenerator<Table> {
  const rounds = isQuick ? 5 : 21;
  await using server = await startMockServer({ images: createImages(5000) });
  const list = [BIN, "list", "--endpoint", server.url, "--project-id", "p", "--output", "ids"];
  const commands = new Map<string, readonly string[]>([
    [FLOOR, ["--eval", ""]],
    [VERSION, [BIN, "--version"]],
    ["workspace-images regions", [BIN, "regions"]],
    [LIST, [...list, "--max", "100"]],
    [SDK, ["--input-type=module", "--eval", sdkScript(server.url)]],
    ["workspace-images list, 5,000 images", list],
    ["workspace-images list, 5,000 images, --concurrency 4", [...list, "--concurrency", "4"]],
  ]);
  const memory = new Map<string, string>();
  // The first run does not count, because files are read from disk in it.
  for (const [name, args] of commands) memory.set(name, (await measureMemory(args)).toFixed(0));
  const times = new Map<string, number[]>([...commands.keys()].map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, args] of shuffle([...commands])) times.get(name)?.push(await timeNode(args));
  }
  // A process is only ever delayed, so the best times are the least dependent on other work of the machine.
  const best = (name: string) => Math.min(...(times.get(name) ?? []));
  measured["command-start"] = best(VERSION) / best(FLOOR);
  measured["command-list"] = best(LIST) / best(SDK);
  yield {
    title: "A command from its start to its end",
    note: `100 images from our mock server unless the row says otherwise; ratios to ${FLOOR}; ${rounds} processes for each command, which take turns`,
    columns: ["command", ...ratioColumns("ms"), "memory, MB"],
    rows: createRatioRows(times, { name: FLOOR }).map(([name = "", ...cells]) => [
      name,
      ...cells,
      memory.get(name) ?? "",
    ]),
  };
}
