import type { Link } from "./description.ts";
import type { Entry } from "./entry.ts";
import type { Operation } from "./operation.ts";

const ASSUMPTIONS = { url: "/guides/sources.html#assumed-by-the-mock", description: "What the mock assumes" };
const ERRORS = { url: "/guides/errors.html", description: "Errors and retries" };
const CODES = {
  url: "https://support.huaweicloud.com/intl/en-us/api-workspace/ErrorCode.html",
  description: "Error codes of the service",
};

/** Links from the sections of an operation to what readers ask there, by the ID of the operation. */
const LINKS: Readonly<Record<string, Readonly<Record<string, readonly Link[]>>>> = {
  listImages: {
    "query-parameters": [ASSUMPTIONS],
    paging: [{ url: "/guides/paging.html", description: "Paging and its pitfalls" }],
    errors: [ERRORS, CODES],
  },
  createToken: { errors: [ERRORS] },
  listProjects: { errors: [ERRORS] },
};

/** What readers search for when the page of an operation is what they need, by the ID of the operation. */
const KEYWORDS: Readonly<Record<string, string>> = {
  listImages:
    "list images, filter by name, sort, order, query parameters, fields, unit of min_disk and size, regions, endpoints",
  createToken: "get a token, user name and password, log in, MFA",
  listProjects: "project ID, sub project, find a project, region",
};

const CREDENTIALS = {
  url: "/guides/credentials.html#which-one-to-choose",
  description: "Which credential to choose",
};

/** Returns the links of a section. */
export function guidanceFor({ id }: Operation, section: string): readonly Link[] {
  if (section === "authorizations") return [CREDENTIALS];
  return LINKS[id]?.[section] ?? [];
}

/** Returns the keywords by which the search finds an operation, beside those in its title. */
export function keywordsOf({ id }: Operation): string | undefined {
  return KEYWORDS[id];
}

/** Values that show more of the sample images of the mock than the examples of the description. */
const SHOWN: Readonly<Record<string, string>> = { offset: "5" };

/** Returns the address of "Try it" with a query parameter filled in, if it has an example. */
export function trialWith(operation: Operation, { id, name, examples }: Entry): string | undefined {
  const [first] = examples;
  return id.startsWith("query-") && first
    ? trialOf(operation, { [name]: SHOWN[name] ?? first.value })
    : undefined;
}

/** Returns the address of "Try it" with the query filled in, for the operation that the page runs. */
export function trialOf({ id }: Operation, query: Readonly<Record<string, string>>): string | undefined {
  if (id !== "listImages") return undefined;
  const fields = { call: "list", credential: "token", fault: "none", limit: "5", offset: "0", ...query };
  return `/try-it.html#${new URLSearchParams(fields)}`;
}
