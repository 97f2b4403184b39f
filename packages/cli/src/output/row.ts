/** A record to write, such as an image. */
export type Row = Readonly<Record<string, unknown>>;

/** Which properties of each record to write. */
export interface RowProperties {
  /** Property that identifies a record. */
  readonly id: string;
  /** The properties that the user chose. */
  readonly columns?: readonly string[] | undefined;
  /** Properties of a table, most important first, unless the user chose some. The first two are always shown. */
  readonly tableColumns: readonly string[];
  /** Properties of CSV and TSV, unless the user chose some. */
  readonly allColumns: readonly string[];
}
