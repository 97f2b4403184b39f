import type { MockImage } from "@workspace-images/mock";
import type { Ask } from "./ask.ts";

/** What a mock does as the service does it. */
export interface Abilities {
  /** Lists only what a filter lets pass. */
  readonly filters: boolean;
  /** Obeys `limit` and `offset`. */
  readonly paging: boolean;
  /** Credentials that are refused: none at all, or a wrong token as well. */
  readonly refuses: "nothing" | "none" | "none, wrong";
}

/** Finds out what a mock can do by asking it; it has to have Windows images and others, four at least. */
export async function findAbilities(ask: Ask): Promise<Abilities> {
  const list = async (query: string) => {
    const { images } = JSON.parse((await ask(query)).body) as { readonly images: readonly MockImage[] };
    return images;
  };
  const windows = await list("os_type=Windows");
  const [first, second] = [await list("limit=2"), await list("limit=2&offset=2")];
  const ids = new Set([...first, ...second].map(({ id }) => id));
  const refusesNone = (await ask("limit=4", {})).status === 401;
  const refusesWrong = (await ask("limit=4", { "X-Auth-Token": "another-token" })).status === 401;
  return {
    filters: windows.length > 0 && windows.every(({ os_type }) => os_type === "Windows"),
    paging: first.length === 2 && second.length === 2 && ids.size === 4,
    refuses: refusesWrong ? "none, wrong" : refusesNone ? "none" : "nothing",
  };
}
