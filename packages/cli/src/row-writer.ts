import type { OutputFormat } from "./output-format.ts";
import { printable, printableJson } from "./printable.ts";
import { print } from "./standard-streams.ts";

/** A record to write, such as an image. */
export type Row = Readonly<Record<string, unknown>>;

/** Writes records to standard output. */
export interface RowWriter {
  /** Whether records are written as they come, not at the end. */
  readonly streams: boolean;
  write(rows: readonly Row[]): Promise<void>;
  /** Writes what has to wait for the last record. */
  end(): Promise<void>;
}

/** What is written of each record. */
export interface RowWriterOptions {
  readonly format: OutputFormat;
  /** Property that identifies a record. */
  readonly id: string;
  /** Properties to show. */
  readonly columns?: readonly string[] | undefined;
  /** Properties of a table, most important first, when `columns` is left out. */
  readonly tableColumns: readonly string[];
  /** Properties of CSV and TSV, when `columns` is left out. */
  readonly allColumns: readonly string[];
}

/** Collects the records and writes them at the end: a failure on the way leaves no half of a document. */
function collecting(render: (rows: readonly Row[]) => Promise<string> | string): RowWriter {
  const collected: Row[] = [];
  return {
    streams: false,
    async write(rows) {
      collected.push(...rows);
    },
    end: async () => print(await render(collected)),
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

function lines(texts: readonly string[]): string {
  return texts.map((text) => `${text}\n`).join("");
}

/** Creates the writer of a format; what only that format needs is loaded now. */
export async function createRowWriter(options: RowWriterOptions): Promise<RowWriter> {
  const { format, id, columns, allColumns } = options;
  const pick = (row: Row) =>
    columns ? Object.fromEntries(columns.map((column) => [column, row[column]])) : row;
  // Whoever reads a file gets what the service says; a terminal must not obey it.
  const show = (value: unknown) =>
    typeof value === "string" && process.stdout.isTTY ? printable(value) : (value ?? "");
  switch (format) {
    case "json":
      return collecting((rows) => `${printableJson(JSON.stringify(rows.map(pick), null, 2))}\n`);
    case "jsonl":
      return streaming((rows) => lines(rows.map((row) => printableJson(JSON.stringify(pick(row))))));
    case "ids":
      return streaming((rows) => lines(rows.map((row) => String(show(row[id])))));
    case "csv":
    case "tsv": {
      const { stringify } = await import("csv-stringify/sync");
      const names = columns ?? allColumns;
      const records = (values: readonly (readonly unknown[])[]) =>
        stringify(values as unknown[][], { delimiter: format === "csv" ? "," : "\t" });
      return streaming(
        (rows) => records(rows.map((row) => names.map((name) => show(row[name])))),
        records([names]),
      );
    }
    case "table": {
      const loading = import("./table.ts"); // While the service is asked.
      return collecting(async (rows) => (await loading).renderTable(rows, options));
    }
  }
}
