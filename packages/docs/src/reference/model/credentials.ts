import type { Credential, RequestHeader } from "@workspace-images/spec/facts";
import type { Api } from "./api.ts";
import type { DescribedOperation } from "./description.ts";
import type { Entry } from "./entry.ts";
import { factsOf } from "./facts.ts";
import { markedText } from "./mark.ts";

/** Returns the sets of headers that an operation accepts as credentials; none if it needs none. */
export function credentialsOf(
  { description }: Api,
  { operationId, security = description.security }: DescribedOperation,
): readonly Credential[] {
  const { credentials = [] } = factsOf(operationId) ?? {};
  if (credentials.length < security.length) throw new Error(`The facts lack credentials of ${operationId}`);
  return credentials;
}

/** Returns the entries of the headers that are no parameters: credentials fill them in, or they are always the same. */
export function headerEntries({ operationId, requestBody }: DescribedOperation): readonly Entry[] {
  const { headers = [] } = factsOf(operationId) ?? {};
  const entries = headers.map((header) => {
    // The note above the headers is the text of those with a fixed value.
    if (header.value) return entryOf(header.name, "required", header.value);
    return { ...entryOf(header.name, `required with ${owners(header)}`), ...markedText(header.description) };
  });
  const [mediaType] = Object.keys(requestBody?.content ?? {});
  if (!mediaType || headers.some(({ name }) => name === "Content-Type")) return entries;
  return [
    ...entries,
    { ...entryOf("Content-Type", "required", mediaType), text: "Media type of the request body." },
  ];
}

/** Names credentials as a reader would: every access key, not also a temporary one. */
function owners({ credentials }: RequestHeader): string {
  const titles = credentials.map((title) => title.toLowerCase());
  const general = titles.filter((title) => !titles.some((other) => title.endsWith(` ${other}`)));
  return general.map((title) => (/^a/.test(title) ? `an ${title}` : `a ${title}`)).join(" or ");
}

function entryOf(name: string, required: string, value?: string): Entry {
  return {
    id: `header-${name}`,
    parents: "",
    name,
    type: "string",
    bounds: [],
    required,
    examples: value ? [{ value }] : [],
    text: "",
  };
}
