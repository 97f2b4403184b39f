import { guidanceFor } from "../reference/model/guidance.ts";
import type { Operation } from "../reference/model/operation.ts";
import { requestMessage, shownRequests } from "../reference/model/request-message.ts";
import type { Response } from "../reference/model/responses.ts";
import { type Section, sectionsOf } from "../reference/model/sections.ts";
import { type OperationServer, regionsOf } from "../reference/model/servers.ts";
import { code, fenced, list, table } from "./markdown-parts.ts";
import { entryTable, errorTable, statusTable } from "./operation-tables.ts";

/** Writes the page of an operation as Markdown, from the same data. Requests, examples and samples come last. */
export function operationMarkdown(operation: Operation): string {
  const { title, method, path, lead, servers, success, failure, samples } = operation;
  const [server] = servers;
  const sections = sectionsOf(operation).filter(({ id }) => id !== "requests");
  return [
    `# ${title}`,
    code(`${method} ${server ? addressOf(server) : ""}${path}`),
    lead,
    ...sections.flatMap((section) => titled(section.title, contentOf(operation, section))),
    ...titled("Requests", requests(operation)),
    ...titled("Responses", [...success.responses, ...failure.responses].flatMap(examples)),
    ...titled(
      "Samples",
      samples.flatMap(({ label, lang, source }) => [`**${label}**`, fenced(lang, source.trimEnd())]),
    ),
  ]
    .filter(Boolean)
    .join("\n\n");
}

function titled(title: string, content: readonly string[]): readonly string[] {
  return content.some(Boolean) ? [`## ${title}`, ...content] : [];
}

function contentOf(operation: Operation, section: Section): readonly string[] {
  const { id, note, responses = [], text = "", entries = [] } = section;
  const links = guidanceFor(operation, id).map(({ url, description }) => `[${description}](${url})`);
  return [
    note?.text ?? "",
    statusTable(responses),
    errorTable(responses),
    text,
    entryTable(entries),
    ...(OWN[id]?.(operation) ?? []),
    links.join(", "),
  ];
}

/** What only some sections have. */
const OWN: Readonly<Record<string, (operation: Operation) => readonly string[]>> = {
  authorizations: ({ credentials }) => [
    "One of these is enough:",
    list(credentials.map(({ title, headers }) => `${title}: ${headers.map(code).join(", ")}`)),
  ],
  servers: ({ servers }) => [
    ...servers.flatMap((server) => [code(addressOf(server)), server.text]),
    regions(servers),
  ],
  sources: ({ source }) => (source ? [`[${source.description}](${source.url})`] : []),
};

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
