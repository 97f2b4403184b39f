import type { Entry } from "./entry.ts";
import type { Note } from "./note.ts";
import type { Operation } from "./operation.ts";
import type { Response } from "./responses.ts";

/** A section of the page of an operation, and of its Markdown version. */
export interface Section {
  readonly id: string;
  readonly title: string;
  /** Its short name in the table of contents. */
  readonly label?: string;
  readonly text?: string;
  readonly note?: Note | undefined;
  readonly responses?: readonly Response[];
  readonly entries?: readonly Entry[];
}

/** Notes that are part of another section. */
const PLACES: Readonly<Record<string, string>> = {
  permission: "authorizations",
  "request-headers": "header-parameters",
  errors: "errors",
};

/** Lists the sections of an operation in their order. */
export function sectionsOf(operation: Operation): readonly Section[] {
  const { credentials, parameters, body, notes, success, failure, samples, requests, servers } = operation;
  const { path, query, header } = parameters;
  const sections: readonly (Section | false | undefined)[] = [
    credentials.length > 0 && { id: "authorizations", title: "Credentials" },
    path.length > 0 && { id: "path-parameters", title: "Path parameters", label: "Path", entries: path },
    query.length > 0 && { id: "query-parameters", title: "Query parameters", label: "Query", entries: query },
    header.length > 0 && {
      id: "header-parameters",
      title: "Request headers",
      label: "Headers",
      entries: header,
    },
    body && {
      id: "request-body",
      title: `Request body${body.required ? ", required" : ""}`,
      label: "Body",
      ...body,
    },
    ...notes.filter(({ id }) => !PLACES[id]),
    samples.length > 0 &&
      requests.length > 0 && { id: "requests", title: "Example requests", label: "Requests" },
    { id: "responses", title: "Response", ...success },
    { id: "errors", title: "Errors", ...failure },
    { id: "servers", title: servers.some(({ choice }) => choice) ? "Regions" : "Server" },
    { id: "sources", title: "Sources" },
  ];
  return sections
    .filter((section) => section !== undefined && section !== false)
    .map((section) => ({ ...section, note: notes.find(({ id }) => PLACES[id] === section.id) }));
}
