import { print } from "../process/streams.ts";
import { printable, printableJson } from "../terminal/printable.ts";
import { cellText } from "./cell.ts";
import type { OutputFormat } from "./output-format.ts";
import type { Row, RowProperties } from "./row.ts";

/** Writes records to standard output. */
export interface RowWriter {
  /** Whether records are written as they arrive, not at the end. */
  readonly streams: boolean;
  write(rows: readonly Row[]): Promise<void>;
  /** Writes what must wait for the last record. */
  end(): Promise<void>;
}

/** Collects the records and writes them at the end, so that a failure leaves no partial document. */
function collecting(writeAll: (rows: readonly Row[]) => Promise<void>): RowWriter {
  const collected: Row[] = [];
  return {
    streams: false,
    async write(rows) {
      collected.push(...rows);
    },
    end: () => writeAll(collected),
  };
}

function streaming(render: (rows: readonly Row[]) => string, head = ""): RowWriter {
  let before = head;
  const write = async (rows: readonly Row[]) => {
    const text = before + render(rows);
    before = "";
    if (text) await print(text);
  };
  return { streams: true, write, end: () => write([]) };
}

/** Whether a program that reads line by line gets the text as it is. */
function isLine(text: string): boolean {
  return /^[^\p{Cc}\p{Cs}\u2028\u2029]+$/u.test(text);
}

function lines(texts: readonly string[]): string {
  return texts.map((text) => `${text}\n`).join("");
}

/** Creates the writer of a format, and loads only what that format needs. */
export async function createRowWriter(
  options: RowProperties & { readonly format: OutputFormat; readonly bom?: boolean | undefined },
): Promise<RowWriter> {
  const { format, bom, id, columns, allColumns } = options;
  const pick = (row: Row) =>
    columns ? Object.fromEntries(columns.map((column) => [column, row[column]])) : row;
  // A file gets the text of the service unchanged; a terminal must not be controlled by it.
  const show = (value: unknown) => (process.stdout.isTTY ? printable(cellText(value)) : cellText(value));
  switch (format) {
    case "json":
      return collecting((rows) => print(`${printableJson(JSON.stringify(rows.map(pick), null, 2))}\n`));
    case "jsonl":
      return streaming((rows) => lines(rows.map((row) => printableJson(JSON.stringify(pick(row))))));
    case "ids": {
      const { ResponseError } = await import("@workspace-images/client");
      return streaming((rows) => {
        const ids = rows.map((row) => row[id]);
        const invalid = ids.find((value) => typeof value !== "string" || !isLine(value));
        if (invalid === undefined) return lines(ids.map(show));
        const shown = printableJson(JSON.stringify(invalid));
        throw new ResponseError(
          `The ${id} ${shown} is not a line of text. To see it, use --output json`,
          "invalid",
        );
      });
    }
    case "csv":
    case "tsv": {
      const { stringify } = await import("csv-stringify/sync");
      const names = columns ?? allColumns;
      const records = (values: readonly (readonly unknown[])[]) =>
        stringify(values as unknown[][], { delimiter: format === "csv" ? "," : "\t" });
      return streaming(
        (rows) => records(rows.map((row) => names.map((name) => show(row[name])))),
        (bom ? "\ufeff" : "") + records([names]),
      );
    }
    case "table": {
      const loading = import("./table.ts"); // Loads while the service is called.
      return collecting(async (rows) => (await loading).writeTable(rows, options));
    }
  }
}
