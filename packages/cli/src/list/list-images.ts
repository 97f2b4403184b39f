import {
  type ClientEvent,
  createImagesClient,
  type ImagesQuery,
  type ListingEvent,
} from "@workspace-images/client";
import { type Connection, type ConnectionOptions, findConnection } from "../connection/connection.ts";
import { writeFailure } from "../failure/failure-message.ts";
import { imageColumns } from "../generated/image-columns.gen.ts";
import { queryOptions } from "../generated/query-options.gen.ts";
import type { OutputFormat } from "../output/output-format.ts";
import { createRowWriter } from "../output/row-writer.ts";
import { ExitStatus } from "../process/exit-status.ts";
import { createInterruption } from "../process/interruption.ts";
import { notify } from "../process/streams.ts";
import { plural } from "../terminal/plural.ts";
import { createProgress } from "./progress.ts";

/** What to list, and how; the filters by their names in camel case. */
export interface ListOptions extends ConnectionOptions {
  readonly [filter: string]: unknown;
  readonly output: OutputFormat;
  readonly columns?: readonly string[];
  readonly max?: number;
  readonly concurrency?: number;
}

/** Properties of a table, those that distinguish images first. */
const TABLE = ["id", "name", "os_version", "image_type", "architecture", "min_disk", "os_type"];

function queryOf(options: ListOptions): ImagesQuery {
  const camelCase = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  return Object.fromEntries(queryOptions.map(({ name }) => [name, options[camelCase(name)]]));
}

/** Warns when the service counted another number of images than it returned; the list may be incomplete. */
function warnOfDifference(end: ListingEvent | undefined, offset = 0): void {
  const { images = 0, totalCount } = end ?? {};
  const expected = Math.max(0, (totalCount ?? 0) - offset);
  if (totalCount === undefined || images === expected) return;
  notify(`warning: The service counted ${plural(expected, "image")}, but returned ${images}.`);
}

/** Lists images on standard output. Resolves to the exit status. */
export async function listImages(options: ListOptions): Promise<number> {
  const { output, columns, concurrency, max, debug, report } = options;
  const signal = createInterruption();
  let connection: Connection | undefined;
  const properties = { id: "id", columns, tableColumns: TABLE, allColumns: imageColumns };
  const writer = await createRowWriter({ format: output, ...properties });
  // Records that stream to the same terminal show the progress themselves.
  const isShown = process.stderr.isTTY && !debug && !(writer.streams && process.stdout.isTTY);
  const progress = createProgress({ isShown });
  try {
    connection = await findConnection(options);
    for (const warning of connection.warnings) notify(`warning: ${warning}.`);
    if (options.mock) notify("Invented sample data from the embedded mock, not from Huawei Cloud.");
    const query = queryOf(options);
    const { onEvent } = connection.options;
    let end: ListingEvent | undefined;
    const listen = (event: ClientEvent) => {
      if (event.type === "listing") end = event;
      onEvent?.(event);
    };
    const client = createImagesClient({ ...connection.options, onEvent: listen });
    for await (const { images } of client.pages(query, { signal, concurrency, max })) {
      progress.add(images.length);
      await writer.write(images);
    }
    progress.clear();
    await writer.end();
    const count = plural(progress.images, "image");
    if (progress.images === 0) notify("No images match.");
    else if (output === "table")
      notify(progress.images === max ? `Showing ${count} (--max ${max}).` : `${count}.`);
    warnOfDifference(end, query.offset);
    return ExitStatus.success;
  } catch (error) {
    progress.clear();
    if (!signal.aborted) return await writeFailure(error, { connection, report });
    notify(`Interrupted after ${plural(progress.pages, "page")} and ${plural(progress.images, "image")}.`);
    return ExitStatus.interrupted;
  }
}
