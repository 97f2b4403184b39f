import type { RequestExample } from "@workspace-images/spec/facts";
import type { DescribedOperation } from "./description.ts";
import { factsOf } from "./facts.ts";
import { bodyExamples } from "./responses.ts";

/** An example of a request. */
export interface Request {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
  /** Path with its query. */
  readonly target: string;
  readonly body?: unknown;
  /** The response to it in the description. */
  readonly response?: RequestExample["response"];
}

/** Returns the examples of requests: those of the facts, otherwise one for each example of the body. */
export function requestsOf(path: string, operation: DescribedOperation): readonly Request[] {
  const bodies = bodyExamples("body", operation.requestBody?.content);
  const known = factsOf(operation.operationId)?.requests;
  if (!known) {
    return bodies.map(({ id, name, summary = name, value }) => {
      return { id, name, summary, target: path, body: value };
    });
  }
  return known.map(({ url: target, ...request }) => {
    const body = bodies.find(({ name }) => name === request.name);
    return {
      ...request,
      id: body?.id ?? `request-${request.name}`,
      summary: body?.summary ?? request.summary,
      target,
    };
  });
}

/** Returns the values of the query of a request. */
export function queryOf({ target }: Request): Readonly<Record<string, string>> {
  return Object.fromEntries(new URLSearchParams(target.split("?")[1]));
}
