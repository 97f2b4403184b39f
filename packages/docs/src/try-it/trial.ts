import type { ImagesQuery } from "@workspace-images/client";

/** One trial: the query, the call, the credential and the fault. */
export interface Trial {
  /** `list` reads one page, `items` all pages. */
  readonly call: "list" | "items";
  readonly credential: "token" | "key";
  /** Name of the fault. */
  readonly fault: string;
  readonly query: ImagesQuery & { readonly limit: number; readonly offset: number };
}

const SETTINGS = ["call", "credential", "fault"];

/** The initial values of the form. */
export const FIRST_TRIAL = "call=list&credential=token&fault=none&os_type=Windows&limit=5&offset=0";

/** Reads a trial from the fields of the form, or from a shared link, which uses the same names. */
export function trialOf(fields: URLSearchParams): Trial {
  const filters = [...fields].filter(([name, value]) => value && !SETTINGS.includes(name));
  return {
    call: fields.get("call") === "items" ? "items" : "list",
    credential: fields.get("credential") === "key" ? "key" : "token",
    fault: fields.get("fault") ?? "none",
    query: {
      ...Object.fromEntries(filters),
      limit: Number(fields.get("limit")),
      offset: Number(fields.get("offset")),
    },
  };
}
