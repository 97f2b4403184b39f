import type { Entry } from "../reference/model/entry.ts";
import type { MarkedText } from "../reference/model/mark.ts";
import { errorCodeOf, type Response } from "../reference/model/responses.ts";
import { code, table } from "./markdown-parts.ts";

/** Writes parameters, headers or fields as a table. */
export function entryTable(entries: readonly Entry[]): string {
  return table(
    ["Name", "Type", "Allowed", "Default", "Required", "Examples", "Description"],
    entries.map((entry) => [
      code(entry.parents + entry.name),
      entry.note ? `${entry.type}, ${entry.note}` : entry.type,
      [...entry.bounds, ...(entry.values?.names.map(code) ?? [])].join(", "),
      entry.default === undefined ? "" : code(entry.default),
      entry.required ?? "",
      [...new Set(entry.examples.map(({ value }) => code(value)))].join(", "),
      marked(entry),
    ]),
  );
}

/** Writes the statuses of responses as a table. */
export function statusTable(responses: readonly Response[]): string {
  const rows = responses.map((response) => [response.status, response.reason, marked(response)]);
  return table(["Status", "Name", "Meaning"], rows);
}

/** Writes the error codes of responses as a table. */
export function errorTable(responses: readonly Response[]): string {
  const rows = responses.flatMap(({ status, examples }) =>
    examples.flatMap(({ value, summary = "", remedy }) =>
      remedy ? [[status, code(errorCodeOf(value) ?? ""), summary, remedy]] : [],
    ),
  );
  return table(["Status", "Code", "Meaning", "Remedy"], rows);
}

function marked({ text, mark }: MarkedText): string {
  if (!mark) return text;
  return `**${mark.name}**${mark.since ? ` (${mark.since})` : ""}. ${text}`;
}
