import { median, ratios } from "./statistic.ts";

/** Titles of the columns of {@link createRatioRows}, after the name. */
export function ratioColumns(unit: string): string[] {
  return [`median ${unit}`, `best ${unit}`, "median ratio", "ratio of best"];
}

/** Returns a row for each name, the fastest first: its times, and their ratios to those of the base. */
export function createRatioRows(
  times: ReadonlyMap<string, readonly number[]>,
  base: { readonly name: string },
): string[][] {
  const baseValues = times.get(base.name) ?? [];
  const sorted = [...times].sort(([, one], [, other]) => median(one) - median(other));
  return sorted.map(([name, values]) => {
    return [
      name,
      median(values).toFixed(1),
      Math.min(...values).toFixed(1),
      median(ratios(values, baseValues)).toFixed(2),
      (Math.min(...values) / Math.min(...baseValues)).toFixed(2),
    ];
  });
}
