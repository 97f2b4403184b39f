import type { IHttpRequest, IHttpResponse } from "@stoplight/prism-http";
import type { Mock, MockResponse } from "@workspace-images/mock";
import { errorResponse } from "./error-response.ts";
import { readPreferences } from "./preferences.ts";
import { type Prism, PrismError } from "./prism.ts";

/**
 * Creates the function that responds to requests: Prism if the header `Prefer` asks for it, otherwise the mock, whose
 * response Prism validates. Injected faults are wrong on purpose and are not validated. There is no response if a fault
 * loses the connection or the caller has gone.
 */
export function createHandler(
  mock: Mock,
  prism: Prism,
): (request: Request) => Promise<MockResponse | undefined> {
  return async (request) => {
    // A Request cannot have this method.
    if (request.method === "TRACE") return errorResponse(405, "The request method is not allowed.");
    let response: MockResponse | undefined;
    try {
      const hasBody = request.method !== "GET" && request.method !== "HEAD";
      const prismRequest = toPrismRequest(request, hasBody ? await request.clone().text() : "");
      const preferences = readPreferences(request.headers.get("Prefer"));
      if (preferences) return fromPrismResponse(await prism.example(prismRequest, preferences));
      response = await mock.respond(request);
      const { status, headers, body } = response;
      if ("X-Mock-Fault" in headers) return response;
      const given = { statusCode: status, headers, body: typeof body === "string" ? parse(body) : "" };
      const validated = await prism.validate(prismRequest, given);
      return validated === given ? response : fromPrismResponse(validated);
    } catch (error) {
      if (isLost(error) || request.signal.aborted) return undefined;
      if (error instanceof RangeError) return errorResponse(400, error.message);
      if (!(error instanceof PrismError)) return errorResponse(500, `The mock failed: ${error}`);
      // What the description does not contain, the mock rejects in the words of the service.
      const isUnknown = error.status === 404 || error.status === 405;
      const isRejected = error.status < 500 && response && response.status >= 400;
      return response && (isUnknown || isRejected) ? response : errorResponse(error.status, error.message);
    }
  };
}

function toPrismRequest({ method, url, headers }: Request, body: string): IHttpRequest {
  const { pathname, searchParams } = new URL(url);
  const query = [...searchParams].map(([name, value]): [string, string | string[]] => {
    const values = searchParams.getAll(name);
    return [name, values.length === 1 ? value : values];
  });
  const { "content-length": length, ...others } = Object.fromEntries(headers);
  return {
    method: method.toLowerCase() as IHttpRequest["method"],
    url: { path: pathname, query: Object.fromEntries(query) },
    // The official SDK for Node.js sends a body with a GET. It is not read, and Prism would require a content type.
    headers: length === undefined || body === "" ? others : { ...others, "content-length": length },
    body: body === "" ? undefined : parse(body),
  };
}

function fromPrismResponse({ statusCode, headers = {}, body }: IHttpResponse): MockResponse {
  return { status: statusCode, headers, body: JSON.stringify(body) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Tells whether a fault has lost the connection: the mock then rejects like `fetch`. */
function isLost(error: unknown): boolean {
  return error instanceof TypeError && error.message === "fetch failed";
}
