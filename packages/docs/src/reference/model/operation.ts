import type { Credential } from "@workspace-images/spec/facts";
import { type Api, apis } from "./api.ts";
import { credentialsOf, headerEntries } from "./credentials.ts";
import type { CodeSample, DescribedOperation, Link, Method, PathItem } from "./description.ts";
import { type Entry, fieldEntries, parameterEntry } from "./entry.ts";
import { type Note, notesOf } from "./note.ts";
import { type Request, requestsOf } from "./requests.ts";
import { bodyText, type Responses, responsesOf } from "./responses.ts";
import { type OperationServer, serversOf } from "./servers.ts";

/** Everything that the page of an operation and its Markdown version show. */
export interface Operation {
  readonly api: Api;
  readonly id: string;
  /** Path of the page without its extension, relative to the root of the site. */
  readonly page: string;
  readonly title: string;
  readonly method: string;
  readonly path: string;
  /** What the operation does. */
  readonly lead: string;
  /** Sections of the text, which the page shows where their subject is. */
  readonly notes: readonly Note[];
  readonly servers: readonly OperationServer[];
  readonly credentials: readonly Credential[];
  readonly parameters: Readonly<Record<"path" | "query" | "header", readonly Entry[]>>;
  readonly body?: { readonly text: string; readonly required?: string; readonly entries: readonly Entry[] };
  readonly requests: readonly Request[];
  readonly samples: readonly CodeSample[];
  readonly success: Responses;
  readonly failure: Responses;
  readonly source?: Link;
}

const METHODS: readonly Method[] = ["get", "head", "post", "put", "patch", "delete"];

/** The operations of all descriptions. */
export const operations: readonly Operation[] = apis.flatMap(operationsOf);

/** Returns the operations of a description. */
export function operationsOf(api: Api): readonly Operation[] {
  return Object.entries(api.description.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const described = item[method];
      return described ? [operationOf(api, path, item, method, described)] : [];
    }),
  );
}

function operationOf(
  api: Api,
  path: string,
  item: PathItem,
  method: Method,
  described: DescribedOperation,
): Operation {
  const { operationId, summary, description, requestBody, externalDocs } = described;
  const all = [...(item.parameters ?? []), ...(described.parameters ?? [])];
  const placed = (place: string) => all.filter((parameter) => parameter.in === place).map(parameterEntry);
  const { lead, notes } = notesOf(description);
  return {
    api,
    id: operationId,
    page: `reference/${api.name}/operations/${operationId.toLowerCase()}`,
    title: summary,
    method: method.toUpperCase(),
    path,
    lead,
    notes,
    servers: serversOf(api.description.servers),
    credentials: credentialsOf(api, described),
    parameters: {
      path: placed("path"),
      query: placed("query"),
      header: [...headerEntries(described), ...placed("header")],
    },
    ...(requestBody && {
      body: {
        text: [requestBody.description, bodyText(requestBody.content)].join("\n\n"),
        ...(requestBody.required && { required: "required" }),
        entries: Object.values(requestBody.content).flatMap(({ schema }) => fieldEntries("body", schema)),
      },
    }),
    requests: requestsOf(path, described),
    samples: described["x-codeSamples"] ?? [],
    ...responsesOf(described.responses),
    ...(externalDocs && { source: externalDocs }),
  };
}

/** Returns the description of the page for search engines. */
export function summaryOf({ method, path, title, lead }: Operation): string {
  const [sentence = ""] = /^[\s\S]*?\.(?=\s|$)/.exec(lead) ?? [];
  return `${method} ${path}: ${
    sentence
      .replaceAll(/\*\*[^*]+\*\*|`/g, "")
      .replaceAll(/\s+/g, " ")
      .trim() || title
  }`;
}
