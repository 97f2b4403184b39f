import type { IncomingMessage, ServerResponse } from "node:http";
import type { IHttpRequest, IHttpResponse } from "@stoplight/prism-http";
import type { Mock, MockResponse } from "@workspace-images/mock";
import { NodeRequest } from "srvx/node";
import { errorResponse } from "./http/error-response.ts";
import { HttpError } from "./http/http-error.ts";
import { isLost } from "./http/lost-connection.ts";
import { readBody } from "./http/request-body.ts";
import { checkTarget } from "./http/request-target.ts";
import { readPreferences } from "./prism/preferences.ts";
import type { Prism } from "./prism/prism.ts";

// Of the service as a whole: a response to these methods comes before its paths.
const Allow = "GET, POST";
// The gateway of the service allows 12 MB, but no documented request needs more than a few kilobytes.
const maxBytes = 1024 * 1024;

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
    let request: Request | undefined;
    let response: MockResponse | undefined;
    try {
      checkTarget(req);
      // A Request cannot have this method.
      if (req.method === "TRACE") throw new HttpError(405, "The request method is not allowed.", { Allow });
      request = new NodeRequest({ req, res });
      const hasBody = request.method !== "GET" && request.method !== "HEAD";
      const body = hasBody ? await readBody(req, maxBytes) : "";
      const prismRequest = toPrismRequest(request, body);
      const preferences = readPreferences(request.headers.get("Prefer"), log);
      if (preferences) return fromPrismResponse(request, await prism.example(prismRequest, preferences));
      response = await mock.respond(hasBody ? withBody(request, body) : request);
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
      return response && (isUnknown || isRejected)
        ? response
        : errorResponse(error.status, error.message, error.headers);
    }
  };
}

/** Returns a request whose body, already read, can be read again. */
function withBody({ url, method, headers, signal }: Request, body: string): Request {
  // As bytes, because a text would add a Content-Type.
  return new Request(url, { method, headers, signal, body: Buffer.from(body) });
}

function toPrismRequest({ method, url, headers }: Request, body: string): IHttpRequest {
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

function fromPrismResponse({ method }: Request, { statusCode, headers, body }: IHttpResponse): MockResponse {
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
