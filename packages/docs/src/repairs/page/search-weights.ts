import type { Root } from "hast";
import { selectAll } from "hast-util-select";
import type { Place } from "./place.ts";

/** Makes the search rank texts above code, and guides above lists of names. */
export function searchWeights(page: Root, { name }: Place): void {
  for (const code of selectAll(".expressive-code", page)) code.properties["dataPagefindWeight"] = 0.2;
  if (!/^(?:typescript|reference)\//.test(name)) return;
  for (const text of selectAll("main p, main li, main td", page)) text.properties["dataPagefindWeight"] = 0.5;
}
