/** Formats of standard output. */
export const outputFormats = ["table", "json", "jsonl", "csv", "tsv", "ids"] as const;

export type OutputFormat = (typeof outputFormats)[number];
