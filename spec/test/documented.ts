import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { Name } from "./bundle.ts";

/** A row of a published page. */
export interface Row {
  readonly at: string;
  readonly says?: readonly string[];
  readonly mandatory?: boolean;
  readonly type?: string;
  readonly of?: string;
  readonly body?: string;
  readonly values?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly default?: number;
  readonly unit?: string;
}

/** A published page. */
export interface Page {
  readonly description: Name;
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  readonly page: string;
  /** Words of the summary. */
  readonly summary: readonly string[];
  readonly links?: readonly string[];
  readonly rows: readonly Row[];
  /** Request headers that the page marks as mandatory. */
  readonly mandatoryHeaders: readonly string[];
  readonly exampleRequests?: readonly { readonly name: string; readonly url: string }[];
  readonly exampleResponse: { readonly name: string; readonly status: number; readonly value: unknown };
}

function read(file: string) {
  return parse(readFileSync(new URL(`../documented/${file}.yaml`, import.meta.url), "utf8"));
}

/** Prefixes the parts that each operation has with its ID. */
function withOperation({ rows, operationId, ...page }: Page): Page {
  const prefixed = rows.map((row) =>
    /^(operation|body|\d{3})$/.test(row.at) ? { ...row, at: `${operationId} ${row.at}` } : row,
  );
  return { ...page, operationId, rows: prefixed };
}

/** The published pages. */
export const pages: readonly Page[] = [
  "list-images",
  "create-token",
  "list-projects",
  "create-token-with-id-token",
  "create-temporary-access-key",
  "assume-agency-with-oidc",
].map((file) => withOperation(read(file)));

/** What newer sources add. */
export const additions: {
  readonly regions: Readonly<Record<Name, readonly string[]>>;
  readonly servers: Readonly<Record<Name, readonly string[]>>;
  readonly security: Readonly<Record<string, readonly (readonly string[])[]>>;
  /** The words of each marked statement by its mark, such as `Later addition (March 2024)`. */
  readonly marked: Readonly<
    Record<Name | "shared", Readonly<Record<string, readonly Readonly<Record<string, readonly string[]>>[]>>>
  >;
  readonly values: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly required: Readonly<Record<Name, Readonly<Record<string, readonly string[]>>>>;
} = read("additions");

/** Errors of each call by status, as code and message, the usual one first. */
export const documentedErrors: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> =
  read("errors");

/** Headers of responses, with the statuses that have them. */
export const documentedHeaders: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> =
  read("headers");

/** Rows of a description by place. */
export function rowsOf(name: Name): ReadonlyMap<string, readonly Row[]> {
  const rows = pages.filter(({ description }) => description === name).flatMap((page) => page.rows);
  return Map.groupBy(rows, ({ at }) => at);
}
