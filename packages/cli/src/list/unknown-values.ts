import type { ImagesQuery } from "@workspace-images/client";
import { queryOptions } from "../generated/query-options.gen.ts";

/** Returns a sentence for each filter whose value no image is known to have. */
export function unknownValues(query: ImagesQuery): string[] {
  return queryOptions.flatMap(({ name, known }) => {
    const value = query[name as keyof ImagesQuery];
    if (!known || value === undefined || known.includes(String(value))) return [];
    const option = `--${name.replaceAll("_", "-")}`;
    return [`Known values of ${option}: ${known.join(", ")}. Upper and lower case may matter.`];
  });
}
