import { createImagesClient, type ImagesQuery } from "@workspace-images/client";
import { type Connection, findConnection } from "./connection.ts";
import { ExitStatus } from "./exit-status.ts";
import { reportFailure } from "./failure.ts";
import { imageColumns } from "./image-columns.gen.ts";
import { createInterruption } from "./interruption.ts";
import type { ListOptions } from "./list-command.ts";
import { createProgress } from "./progress.ts";
import { queryOptions } from "./query-options.gen.ts";
import { createRowWriter } from "./row-writer.ts";
import { tell } from "./standard-streams.ts";

/** Properties of a table: those that tell images apart first. */
const TABLE = ["id", "name", "os_version", "image_type", "architecture", "min_disk", "os_type"];

function queryOf(options: ListOptions): ImagesQuery {
  const camelCase = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  return Object.fromEntries(queryOptions.map(({ name }) => [name, options[camelCase(name)]]));
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** Lists images on standard output; resolves to the exit status. */
export async function list(options: ListOptions): Promise<number> {
  const { output, columns, concurrency, max, debug, report } = options;
  const signal = createInterruption();
  let connection: Connection | undefined;
  const writer = await createRowWriter({
    ...{ format: output, id: "id", columns, tableColumns: TABLE, allColumns: imageColumns },
  });
  // What streams to the same terminal shows by itself how far it is.
  const isShown = process.stderr.isTTY && !debug && !(writer.streams && process.stdout.isTTY);
  const progress = createProgress({ isShown });
  try {
    connection = await findConnection(options);
    for (const warning of connection.warnings) tell(`warning: ${warning}.`);
    if (options.mock) tell("These images are invented: the embedded mock answers, not Huawei Cloud.");
    const client = createImagesClient(connection.options);
    for await (const { images } of client.pages(queryOf(options), { signal, concurrency, max })) {
      progress.add(images.length);
      await writer.write(images);
    }
    progress.clear();
    await writer.end();
    const { images } = progress;
    if (images === 0) tell("No image matches.");
    else if (output === "table")
      tell(
        images === max ? `${plural(images, "image")}; --max allows no more.` : `${plural(images, "image")}.`,
      );
    return ExitStatus.done;
  } catch (error) {
    progress.clear();
    if (!signal.aborted) return await reportFailure(error, { connection, report });
    tell(`Interrupted after ${plural(progress.pages, "page")} and ${plural(progress.images, "image")}.`);
    return ExitStatus.interrupted;
  }
}
