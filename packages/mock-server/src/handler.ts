import type { IncomingMessage, ServerResponse } from "node:http";
import type { IHttpRequest, IHttpResponse } from "@stoplight/prism-http";
import type { Mock, MockRequest, MockResponse } from "@workspace-images/mock";
import { errorResponse } from "./http/error-response.ts";
import { HttpError } from "./http/http-error.ts";
import { isLost } from "./http/lost-connection.ts";
import { toMockRequest } from "./http/mock-request.ts";
import { readPreferences } from "./prism/preferences.ts";
import type { Prism } from "./prism/prism.ts";

/**
 * Responds to a request, or returns `undefined` if a fault loses the connection or the caller has gone. Rejects if the
 * mock fails.
 */
export type Handler = (req: IncomingMessage, res: ServerResponse) => Promise<MockResponse | undefined>;

/**
 * Creates a handler. Prism responds if the header `Prefer` asks for it (`log` receives what is ignored), otherwise the mock, whose response Prism
 * validates. Injected faults are wrong on purpose and are not validated.
 */
export function createHandler(mock: Mock, prism: Prism, log: (line: string) => void): Handler {
  return async (req, res) => {
    let request: MockRequest | undefined;
    let response: MockResponse | undefined;
    try {
      request = toMockRequest(req, res);
      const prismRequest = toPrismRequest(request, await request.text());
      const preferences = readPreferences(request.headers.get("prefer"), log);
      if (preferences) return fromPrismResponse(request, await prism.example(prismRequest, preferences));
      response = await mock.respond(request);
      if ("X-Mock-Fault" in response.headers) return response;
      const given = toPrismResponse(response);
      const validated = await prism.validate(prismRequest, given);
      return validated === given ? response : fromPrismResponse(request, validated);
    } catch (error) {
      if (isLost(error) || request?.signal.aborted) return undefined;
      if (!(error instanceof HttpError)) throw error;
      // What the description does not contain, the mock rejects in the words of the service.
      const isUnknown = error.status === 404 || error.status === 405;
      const isRejected = error.status < 500 && response && response.status >= 400;
      return response && (isUnknown || isRejected) ? response : errorResponse(error.status, error.message);
    }
  };
}

function toPrismRequest({ method, url, headers }: MockRequest, body: string): IHttpRequest {
  const { pathname, searchParams } = new URL(url);
  const query = new Map<string, string | string[]>();
  for (const [name, value] of searchParams) {
    const values = query.get(name);
    if (Array.isArray(values)) values.push(value);
    else query.set(name, values === undefined ? value : [values, value]);
  }
  // Prism would require a valid Content-Type for a body that is not read: that of a GET by the official Node.js SDK. An
  // invalid Accept would make it throw; the service sends JSON whatever a client accepts.
  const all = Object.fromEntries(headers);
  const { accept: _, "content-length": length, "content-type": type, ...others } = all;
  const bodyHeaders = { ...(length && { "content-length": length }), ...(type && { "content-type": type }) };
  return {
    method: method.toLowerCase() as IHttpRequest["method"],
    url: { path: pathname, query: Object.fromEntries(query) },
    headers: body === "" ? others : { ...others, ...bodyHeaders },
    body: body === "" ? undefined : parse(body),
  };
}

function toPrismResponse({ status, headers, body }: MockResponse): IHttpResponse {
  return { statusCode: status, headers, body: typeof body === "string" ? parse(body) : "" };
}

function fromPrismResponse(
  { method }: MockRequest,
  { statusCode, headers, body }: IHttpResponse,
): MockResponse {
  // Prism spells this one name otherwise than the service.
  const { "Content-type": type = "application/json", ...others } = headers ?? {};
  const Allow = statusCode === 405 && { Allow: method };
  return {
    status: statusCode,
    headers: { "Content-Type": type, ...others, ...Allow },
    body: JSON.stringify(body),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
