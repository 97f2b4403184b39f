import type { Operation } from "./operation.ts";
import type { Request } from "./requests.ts";
import { urlOf } from "./servers.ts";

/** Writes a request as HTTP clients of editors read it, with a user token if one is needed. */
export function requestMessage(
  { method, servers, credentials, parameters }: Operation,
  { target, body }: Pick<Request, "target" | "body">,
): string {
  const [server] = servers;
  const mediaType = parameters.header.find(({ name }) => name === "Content-Type")?.examples[0]?.value;
  return [
    `${method} ${server ? urlOf(server) : ""}${target}`,
    ...(mediaType ? [`Content-Type: ${mediaType}`] : []),
    ...(credentials.length > 0 ? ["X-Auth-Token: {token}"] : []),
    ...(body === undefined ? [] : ["", JSON.stringify(body, null, 2)]),
  ].join("\n");
}

/** Returns the examples of an operation, or the request without parameters if there are none. */
export function shownRequests({ requests, path, title }: Operation): readonly Request[] {
  if (requests.length > 0) return requests;
  return [{ id: "request", name: "request", summary: title, target: path }];
}
