import type { Operation } from "./operation.ts";
import type { Request } from "./requests.ts";
import { urlOf } from "./servers.ts";

/** Writes a request as it is sent, with a user token if one is needed. */
export function requestMessage(
  { method, servers, credentials, parameters }: Operation,
  request: Request,
): string {
  const [server] = servers;
  const mediaType = parameters.header.find(({ name }) => name === "Content-Type")?.examples[0]?.value;
  const headers = [
    server && `Host: ${new URL(urlOf(server)).host}`,
    mediaType && `Content-Type: ${mediaType}`,
    credentials.length > 0 && "X-Auth-Token: {token}",
  ].filter(Boolean);
  const lines = [`${method} ${request.target} HTTP/1.1`, ...headers];
  const body = request.body === undefined ? [] : ["", JSON.stringify(request.body, null, 2)];
  return [...lines, ...body].join("\n");
}

/** Returns the examples of an operation, or the request without parameters if there are none. */
export function shownRequests({ requests, path, title }: Operation): readonly Request[] {
  return requests.length > 0
    ? requests
    : [{ id: "request", name: "request", summary: title, target: path, query: {} }];
}
