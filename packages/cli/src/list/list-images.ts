import { createImagesClient, type ImagesQuery, type ListingEvent } from "@workspace-images/client";
import { type Connection, type ConnectionOptions, findConnection } from "../connection/connection.ts";
import { writeFailure } from "../failure/failure-message.ts";
import { imageColumns } from "../generated/image-columns.gen.ts";
import { queryOptions } from "../generated/query-options.gen.ts";
import type { OutputFormat } from "../output/output-format.ts";
import { createRowWriter } from "../output/row-writer.ts";
import { ExitStatus } from "../process/exit-status.ts";
import { untilInterrupted } from "../process/interruption.ts";
import { notify } from "../process/streams.ts";
import { plural } from "../terminal/plural.ts";
import { createProgress, type Progress } from "./progress.ts";
import { unknownValues } from "./unknown-values.ts";

/** What to list, and how; the filters by their names in camel case. */
export interface ListOptions extends ConnectionOptions {
  readonly [filter: string]: unknown;
  readonly output: OutputFormat;
  readonly columns?: readonly string[];
  readonly max?: number;
  readonly limit?: number;
  readonly concurrency?: number;
  readonly bom?: boolean;
}

/** Properties of a table, those that distinguish images first. */
const TABLE = ["id", "name", "os_version", "image_type", "architecture", "min_disk", "os_type"];

function queryOf(options: ListOptions): ImagesQuery {
  const camelCase = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  return Object.fromEntries(queryOptions.map(({ name }) => [name, options[camelCase(name)]]));
}

/** Warns when the service counted another number of images than it returned; the list may be incomplete. */
function warnOfDifference(end: ListingEvent | undefined, offset = 0): void {
  const { images = 0, totalCount = -1 } = end ?? {};
  // The client trusts no count, so this may be anything.
  if (!Number.isInteger(totalCount) || totalCount < 0) return;
  const expected = Math.max(0, totalCount - offset);
  if (images === expected) return;
  notify(`warning: The service counted ${plural(expected, "image")}, but returned ${images}.`);
}

/** Says how many images there are, and what may explain a number that surprises. */
function summarize(
  { pages, images }: Progress,
  { output, max, limit }: ListOptions,
  query: ImagesQuery,
): void {
  const count = plural(images, "image");
  if (images === 0) notify(["No images match.", ...unknownValues(query)].join(" "));
  else if (output === "table") notify(images === max ? `Showing ${count} (--max ${max}).` : `${count}.`);
  if (limit && pages > 1 && max === undefined)
    notify(
      `--limit ${limit} is the number of images on each page. To list at most ${limit}, use --max ${limit}.`,
    );
}

/** Lists images on standard output until `signal` aborts. Resolves to the exit status. */
export async function listImages(options: ListOptions, signal: AbortSignal): Promise<number> {
  const { output, bom, columns, concurrency, max, debug, mock, images: file, report } = options;
  let connection: Connection | undefined;
  const properties = { id: "id", columns, tableColumns: TABLE, allColumns: imageColumns };
  const writer = await createRowWriter({ format: output, bom, ...properties });
  // Records that stream to the same terminal show the progress themselves.
  const isShown = process.stderr.isTTY && !debug && !(writer.streams && process.stdout.isTTY);
  const progress = createProgress({ isShown });
  try {
    connection = await untilInterrupted(findConnection(options), signal);
    for (const warning of connection.warnings) notify(`warning: ${warning}.`);
    const data = file === undefined ? "Invented sample data" : `Images of ${file}`;
    if (mock) notify(`${data} from the embedded mock, not from Huawei Cloud.`);
    const query = queryOf(options);
    const client = createImagesClient(connection.options);
    for await (const { images } of client.pages(query, { signal, concurrency, max })) {
      progress.add(images.length);
      await untilInterrupted(writer.write(images), signal);
    }
    progress.clear();
    await untilInterrupted(writer.end(), signal);
    summarize(progress, options, query);
    warnOfDifference(connection.record.listing, query.offset);
    return ExitStatus.success;
  } catch (error) {
    progress.clear();
    const { pages, images } = progress;
    return await writeFailure(error, { connection, read: { pages, images }, report });
  }
}
