import type { Root } from "hast";
import { selectAll } from "hast-util-select";

/** Makes the search rank the description of a field above code that uses it. */
export function searchWeights(page: Root): void {
  for (const name of selectAll(".sl-openapi-key-name strong", page)) {
    name.properties["dataPagefindWeight"] = 8;
  }
  for (const code of selectAll(".expressive-code", page)) code.properties["dataPagefindWeight"] = 0.2;
}
