import type { MockImage } from "@workspace-images/mock";
import type { RequestImages } from "./request.ts";

/** Which behaviours of the service a mock reproduces. */
export interface Abilities {
  /** Lists only images that match a filter. */
  readonly filters: boolean;
  /** Obeys `limit` and `offset`. */
  readonly paging: boolean;
  /** Requests rejected with a 401: those without credentials, and those with a wrong token. */
  readonly rejects: "nothing" | "none" | "none, wrong";
}

/** Finds out what a mock can do. It must have at least four images, some of them Windows images. */
export async function findAbilities(request: RequestImages): Promise<Abilities> {
  const list = async (query: string) => {
    const { images } = JSON.parse((await request(query)).body) as { readonly images: readonly MockImage[] };
    return images;
  };
  const windows = await list("os_type=Windows");
  const [first, second] = [await list("limit=2"), await list("limit=2&offset=2")];
  const ids = new Set([...first, ...second].map(({ id }) => id));
  const rejectsNone = (await request("limit=4", {})).status === 401;
  const rejectsWrong = (await request("limit=4", { "X-Auth-Token": "another-token" })).status === 401;
  return {
    filters: windows.length > 0 && windows.every(({ os_type }) => os_type === "Windows"),
    paging: first.length === 2 && second.length === 2 && ids.size === 4,
    rejects: rejectsWrong ? "none, wrong" : rejectsNone ? "none" : "nothing",
  };
}
