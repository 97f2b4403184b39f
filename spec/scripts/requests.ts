import type { Credential, RequestExample, RequestHeader } from "../facts.d.ts";
import type { Dereferenced, WrittenOperation } from "./dereferenced.ts";
import { described } from "./described.ts";

/** The sets of headers that authenticate a request; each is named by the last of its schemes that has a name. */
export function credentials(
  { security, components }: Dereferenced,
  operation: WrittenOperation,
): readonly Credential[] {
  return (operation.security ?? security).map((requirement) => {
    const schemes = Object.keys(requirement).flatMap((id) => components.securitySchemes?.[id] ?? []);
    const title = schemes.map((scheme) => scheme["x-displayName"]).findLast(Boolean);
    if (!title) throw new Error(`${Object.keys(requirement).join()}: no securityScheme has an x-displayName`);
    return { title, headers: schemes.map(({ name }) => name) };
  });
}

/** The headers that are no parameters: those of the credentials, and those that OpenAPI ignores as parameters. */
export function requestHeaders(
  description: Dereferenced,
  operation: WrittenOperation,
): readonly RequestHeader[] {
  const { operationId, "x-mandatoryHeaders": mandatory = [] } = operation;
  const accepted = credentials(description, operation);
  const schemes = Object.values(description.components.securitySchemes ?? {});
  const filled = schemes
    .map(({ name, description: text }) => ({
      name,
      isMandatory: mandatory.some((header) => header.name === name),
      credentials: accepted.filter(({ headers }) => headers.includes(name)).map(({ title }) => title),
      ...described(text),
    }))
    .filter((header) => header.credentials.length > 0);
  const others = mandatory.filter(({ name }) => !filled.some((header) => header.name === name));
  return [
    ...filled,
    ...others.map(({ name, value }) => {
      if (!value) throw new Error(`${operationId}: no credential fills ${name}, so it needs a value`);
      const text = section(operation, "Request headers");
      return { name, isMandatory: true, value, credentials: [], ...described(text) };
    }),
  ];
}

/** The text below a heading in the description of an operation. */
function section({ operationId, description }: WrittenOperation, heading: string): string {
  const [, text] = description.split(`### ${heading}\n`);
  if (!text) throw new Error(`${operationId}: the description needs a section "${heading}"`);
  return text.split("\n### ")[0] ?? "";
}

/** The example requests, with the bodies of request and response that they name. */
export function requestExamples(operation: WrittenOperation): readonly RequestExample[] {
  const { operationId, requestBody, responses, "x-requestExamples": written = [] } = operation;
  return written.map(({ name, summary, url, response }) => {
    const body = requestBody?.content["application/json"].examples[name];
    if (requestBody && !body) throw new Error(`${operationId}: the body has no example ${name}`);
    const found = Object.entries(responses).flatMap(([status, { content }]) => {
      const example = content["application/json"].examples[response ?? ""];
      return example ? { status: Number(status), name: String(response), body: example.value } : [];
    });
    if (response && !found[0]) throw new Error(`${operationId}: no response has an example ${response}`);
    return { name, summary, url, ...(body && { body: body.value }), ...(found[0] && { response: found[0] }) };
  });
}
