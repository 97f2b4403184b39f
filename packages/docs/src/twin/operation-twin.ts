import { noteIn, ownNotes } from "../reference/model/contents.ts";
import { guidanceFor } from "../reference/model/guidance.ts";
import type { Operation } from "../reference/model/operation.ts";
import { requestMessage, shownRequests } from "../reference/model/request-message.ts";
import type { Response } from "../reference/model/responses.ts";
import { type OperationServer, regionsOf } from "../reference/model/servers.ts";
import { code, fenced, list, table } from "./markdown-parts.ts";
import { entryTable, errorTable, sharedTable, statusTable } from "./operation-tables.ts";

const PLACES = { path: "Path parameters", query: "Query parameters", header: "Request headers" } as const;

/** Writes the page of an operation as Markdown, from the same data. Samples come last. */
export function operationMarkdown(operation: Operation): string {
  const { title, method, path, lead, servers, credentials, parameters, body, success, failure } = operation;
  const section = (id: string, heading: string, ...contents: readonly string[]) =>
    contents.some(Boolean)
      ? [`## ${heading}`, noteIn(operation, id)?.text, ...contents, linksOf(operation, id)]
      : [];
  const sets = credentials.map(({ title: name, headers }) => `${name}: ${headers.map(code).join(", ")}`);
  return [
    `# ${title}`,
    code(`${method} ${servers[0] ? addressOf(servers[0]) : ""}${path}`),
    lead,
    ...section(
      "authorizations",
      "Credentials",
      sets.length > 0 ? `One of these is enough:\n\n${list(sets)}` : "",
    ),
    ...Object.entries(PLACES).flatMap(([place, heading]) =>
      section(`${place}-parameters`, heading, entryTable(parameters[place as keyof typeof PLACES])),
    ),
    ...(body ? section("request-body", "Request body", body.text, entryTable(body.entries)) : []),
    ...ownNotes(operation).flatMap(({ id, title: heading, text }) => section(id, heading, text)),
    ...section("responses", "Response", statusTable(success.responses), success.text, sharedTable(success)),
    ...section(
      "errors",
      "Errors",
      statusTable(failure.responses),
      errorTable(failure.responses),
      failure.text,
      sharedTable(failure),
    ),
    ...section(
      "servers",
      "Servers",
      ...servers.flatMap((server) => [code(addressOf(server)), server.text]),
      regions(servers),
    ),
    ...section(
      "sources",
      "Sources",
      operation.source ? `[${operation.source.description}](${operation.source.url})` : "",
    ),
    ...section("requests", "Requests", ...requests(operation)),
    ...section("examples", "Responses", ...[...success.responses, ...failure.responses].flatMap(examples)),
    ...section(
      "samples",
      "Samples",
      ...operation.samples.flatMap(({ label, lang, source }) => [
        `**${label}**`,
        fenced(lang, source.trimEnd()),
      ]),
    ),
  ]
    .filter(Boolean)
    .join("\n\n");
}

function linksOf(operation: Operation, section: string): string {
  return guidanceFor(operation, section)
    .map(({ url, description }) => `[${description}](${url})`)
    .join(", ");
}

function addressOf({ url, choice }: OperationServer): string {
  return url.join(`{${choice?.name}}`);
}

function regions(servers: readonly OperationServer[]): string {
  if (!servers.some(({ choice }) => choice)) return "";
  return table(
    ["Region", "URL"],
    regionsOf(servers).map(([region, urls]) => [
      region ? code(region) : "all others",
      urls.map(code).join(", "),
    ]),
  );
}

function requests(operation: Operation): readonly string[] {
  return shownRequests(operation).flatMap((request) => {
    const { body, ...head } = request;
    const json = body === undefined ? [] : [fenced("json", JSON.stringify(body, null, 2))];
    return [
      `**${request.name}**: ${request.summary}`,
      fenced("http", requestMessage(operation, head)),
      ...json,
    ];
  });
}

function examples({ status, examples: all }: Response): readonly string[] {
  return all.flatMap(({ name, summary = "", text = "", value }) => [
    `**${status} ${name}**${summary && `: ${summary}`}`,
    text.trim(),
    fenced("json", JSON.stringify(value, null, 2)),
  ]);
}
