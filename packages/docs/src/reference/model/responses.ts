import { STATUS_CODES } from "node:http";
import type { Content, DescribedResponse, Named } from "./description.ts";
import { type Entry, fieldEntries, headerEntry } from "./entry.ts";
import { type MarkedText, markedText } from "./mark.ts";

/** An example of a body. */
export interface BodyExample {
  readonly id: string;
  readonly name: string;
  readonly summary?: string;
  readonly text?: string;
  readonly remedy?: string;
  readonly value: unknown;
}

/** A response of an operation. */
export interface Response extends MarkedText {
  readonly status: string;
  /** Name of the status, such as `Bad Request`. */
  readonly reason: string;
  readonly examples: readonly BodyExample[];
}

/** Statuses, with what their bodies and headers have in common described once. */
export interface Responses {
  readonly responses: readonly Response[];
  /** What the bodies are. */
  readonly text: string;
  readonly entries: readonly Entry[];
}

/** An entry, with the statuses that have it. */
type SharedEntry = Entry & { readonly statuses: readonly string[]; readonly aliases: readonly string[] };

/** Returns the successful and the failed responses of an operation. */
export function responsesOf(described: Named<DescribedResponse>): { success: Responses; failure: Responses } {
  const shared = sharedEntries(described);
  const those = (isFailure: boolean): Responses => {
    const all = Object.entries(described).filter(([status]) => isError(status) === isFailure);
    const own = shared.filter(({ statuses: [first = ""] }) => isError(first) === isFailure);
    return {
      responses: all.map(([status, response]) => responseOf(status, response)),
      text: [...new Set(all.map(([, { content }]) => bodyText(content)))].join("\n\n").trim(),
      entries: own.map(({ statuses, ...entry }) => ({
        ...entry,
        ...(all.some(([status]) => !statuses.includes(status)) && { note: `with ${statuses.join(", ")}` }),
      })),
    };
  };
  return { success: those(false), failure: those(true) };
}

function isError(status: string): boolean {
  return !/^[123]/.test(status);
}

function responseOf(status: string, { description, content }: DescribedResponse): Response {
  return {
    status,
    reason: STATUS_CODES[status] ?? "",
    examples: bodyExamples(status, content),
    ...markedText(description),
  };
}

/** Returns what the schema of a body says about all of it. */
export function bodyText(content: Content = {}): string {
  return Object.values(content)
    .map(({ schema }) => schema.description ?? "")
    .join("\n\n");
}

/** Returns the named examples of a body; `prefix` begins their IDs. */
export function bodyExamples(prefix: string, content: Content = {}): readonly BodyExample[] {
  return Object.values(content).flatMap(({ examples = {} }) =>
    Object.entries(examples).map(([name, { summary, description, value, "x-remedy": remedy }]) => ({
      id: `${prefix}-example-${name}`,
      name,
      value,
      ...(summary && { summary }),
      ...(description && { text: description }),
      ...(remedy && { remedy }),
    })),
  );
}

/** Lists the fields and headers of all responses, those that several responses share only once. */
function sharedEntries(described: Named<DescribedResponse>): readonly SharedEntry[] {
  const shared = new Map<string, SharedEntry>();
  for (const [status, { headers = {}, content = {} }] of Object.entries(described)) {
    const fields = Object.values(content).flatMap(({ schema }) => fieldEntries(status, schema));
    const sent = Object.entries(headers).map(([name, header]) => headerEntry(status, name, header));
    for (const entry of [...fields, ...sent]) {
      // Without its IDs, which contain the status.
      const key = JSON.stringify({ ...entry, id: "", examples: entry.examples.map(({ value }) => value) });
      const first = shared.get(key);
      // Today's links to the headers of a status lead to its first header.
      const group = entry === sent[0] ? [`${status}-headers`] : [];
      const ids = [entry.id, ...entry.examples.flatMap(({ id }) => id ?? [])];
      shared.set(key, {
        ...(first ?? entry),
        statuses: [...(first?.statuses ?? []), status],
        aliases: [...(first ? [...first.aliases, ...ids] : []), ...group],
      });
    }
  }
  return [...shared.values()];
}

/** Returns the error code in a body; in the first shape of IAM it is the status. */
export function errorCodeOf(body: unknown): string | undefined {
  const { error_code, error } = (body ?? {}) as { error_code?: string; error?: { code: number } };
  return error_code ?? (error && String(error.code));
}
