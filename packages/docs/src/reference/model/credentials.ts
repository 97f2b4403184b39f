import type { Api } from "./api.ts";
import type { DescribedOperation } from "./description.ts";
import type { Entry } from "./entry.ts";
import { markedText } from "./mark.ts";

/** A set of headers that is enough to make a request. */
export interface Credential {
  readonly title: string;
  /** Names of the headers. */
  readonly headers: readonly string[];
}

/** Titles by the headers that belong together; the descriptions have none. */
const TITLES: Readonly<Record<string, string>> = {
  "X-Auth-Token": "user token",
  "Authorization, X-Sdk-Date": "access key",
  "Authorization, X-Sdk-Date, X-Security-Token": "temporary access key",
};

/** Returns the credentials that an operation accepts; none if it needs none. */
export function credentialsOf({ description }: Api, { security }: DescribedOperation): readonly Credential[] {
  const schemes = description.components.securitySchemes ?? {};
  return (security ?? description.security).map((requirement) => {
    const headers = Object.keys(requirement).map((name) => schemes[name]?.name ?? name);
    return { title: TITLES[headers.join(", ")] ?? headers.join(" with "), headers };
  });
}

/** Returns the entries of the headers that credentials fill in, and of the media type that the pages require. */
export function mandatoryHeaders(
  { description }: Api,
  operation: DescribedOperation,
  credentials: readonly Credential[],
): readonly Entry[] {
  const schemes = Object.values(description.components.securitySchemes ?? {});
  const names = new Set(credentials.flatMap(({ headers }) => headers));
  const filled = [...names].map((name) => {
    const owners = titlesOf(credentials.filter(({ headers }) => headers.includes(name)));
    const text = schemes.find((scheme) => scheme.name === name)?.description ?? "";
    return header(name, `required with ${owners.join(" or ")}`, [], text);
  });
  return [...filled, ...contentType(operation)];
}

/** Names credentials as a reader would: every access key, not also a temporary one. */
function titlesOf(credentials: readonly Credential[]): readonly string[] {
  const titles = credentials.map(({ title }) => title);
  const general = titles.filter((title) => !titles.some((other) => title.endsWith(` ${other}`)));
  return general.map((title) => (/^a/.test(title) ? `an ${title}` : `a ${title}`));
}

/** The media type; OpenAPI ignores a parameter with this name, so it is in the text or follows from the body. */
function contentType({ description, requestBody }: DescribedOperation): readonly Entry[] {
  const [, mandatory] = /`Content-Type: ([^`]+)`/.exec(description) ?? [];
  const value = mandatory ?? Object.keys(requestBody?.content ?? {})[0];
  return value ? [header("Content-Type", "required", [{ value }], "Media type of the request body.")] : [];
}

function header(name: string, required: string, examples: Entry["examples"], text: string): Entry {
  return {
    id: `header-${name}`,
    parents: "",
    name,
    type: "string",
    bounds: [],
    required,
    examples,
    ...markedText(text),
  };
}
