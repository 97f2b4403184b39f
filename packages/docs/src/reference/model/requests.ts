import type { DescribedOperation, Parameter } from "./description.ts";
import { bodyExamples } from "./responses.ts";

/** An example of a request. */
export interface Request {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
  /** Path with its query. */
  readonly target: string;
  /** Values of the query. */
  readonly query: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/**
 * Returns the examples of requests: one for each example of the body, and one for each name that examples of several
 * parameters have in common, if the path is among them.
 */
export function requestsOf(
  path: string,
  all: readonly Parameter[],
  operation: DescribedOperation,
): readonly Request[] {
  const bodies = bodyExamples("body", operation.requestBody?.content);
  if (bodies.length > 0) {
    return bodies.map(({ id, name, summary = name, value }) => {
      return { id, name, summary, target: path, query: {}, body: value };
    });
  }
  const inPath = all.filter((parameter) => parameter.in === "path");
  const names = Object.keys(inPath[0]?.examples ?? {});
  if (names.length > 0) return names.map((name) => namedRequest(path, all, name));
  const [first] = all.filter((parameter) => parameter.in === "query");
  return Object.entries(first?.examples ?? {}).map(([name, { summary = name, value }]) =>
    requestTo(path, name, summary, { [first?.name ?? ""]: String(value) }),
  );
}

function namedRequest(path: string, all: readonly Parameter[], name: string): Request {
  let target = path;
  let summary = name;
  const query: Record<string, string> = {};
  for (const parameter of all) {
    const example = parameter.examples?.[name];
    if (!example) continue;
    if (parameter.in === "query") query[parameter.name] = String(example.value);
    if (parameter.in !== "path") continue;
    target = target.replace(`{${parameter.name}}`, String(example.value));
    summary = example.summary ?? name;
  }
  return requestTo(target, name, summary, query);
}

function requestTo(path: string, name: string, summary: string, query: Request["query"]): Request {
  const search = String(new URLSearchParams(Object.entries(query).sort()));
  return { id: `request-${name}`, name, summary, target: search ? `${path}?${search}` : path, query };
}
