import type { Entry } from "./entry.ts";
import type { Note } from "./note.ts";
import type { Operation } from "./operation.ts";

/** An item of the table of contents. */
export interface Item {
  readonly id: string;
  readonly title: string;
  readonly items?: readonly Item[];
}

/** Notes that are part of another section. */
const PLACES: Readonly<Record<string, string>> = {
  permission: "authorizations",
  "request-headers": "header-parameters",
  errors: "errors",
};

/** Returns the note that a section contains. */
export function noteIn({ notes }: Operation, section: string): Note | undefined {
  return notes.find(({ id }) => PLACES[id] === section);
}

/** Returns the notes that are sections of their own. */
export function ownNotes({ notes }: Operation): readonly Note[] {
  return notes.filter(({ id }) => !PLACES[id]);
}

/** Lists the sections of an operation, and the parameters, headers, fields and statuses in them. */
export function contentsOf(operation: Operation): readonly Item[] {
  const { credentials, parameters, body, success, failure, samples, requests } = operation;
  const sections: readonly (Item | false | undefined)[] = [
    credentials.length > 0 && { id: "authorizations", title: "Credentials" },
    section("path-parameters", "Path", parameters.path),
    section("query-parameters", "Query", parameters.query),
    section("header-parameters", "Headers", parameters.header),
    body && section("request-body", "Body", body.entries),
    ...ownNotes(operation),
    samples.length > 0 && requests.length > 0 && { id: "requests", title: "Requests" },
    {
      id: "responses",
      title: "Response",
      items: [...success.responses.map(statusItem), ...success.entries.map(item)],
    },
    {
      id: "errors",
      title: "Errors",
      items: [...failure.responses.map(statusItem), ...failure.entries.map(item)],
    },
    { id: "servers", title: operation.servers.some(({ choice }) => choice) ? "Regions" : "Server" },
    { id: "sources", title: "Sources" },
  ];
  return sections.filter((part) => part !== undefined && part !== false);
}

function section(id: string, title: string, entries: readonly Entry[]): Item | false {
  return entries.length > 0 && { id, title, items: entries.map(item) };
}

function item({ id, parents, name }: Entry): Item {
  return { id, title: parents + name };
}

function statusItem({ status, reason }: { readonly status: string; readonly reason: string }): Item {
  return { id: `status-${status}`, title: `${status} ${reason}` };
}
