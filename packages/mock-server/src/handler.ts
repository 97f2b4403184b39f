import type { IHttpRequest, IHttpResponse } from "@stoplight/prism-http";
import type { Mock, MockResponse } from "@workspace-images/mock";
import { errorAnswer } from "./error-answer.ts";
import { readPreferences } from "./prefer.ts";
import { type Prism, PrismError } from "./prism.ts";

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function inputOf({ method, url, headers }: Request, body: string): IHttpRequest {
  const { pathname, searchParams } = new URL(url);
  const query = [...searchParams].map(([name, value]): [string, string | string[]] => {
    const values = searchParams.getAll(name);
    return [name, values.length === 1 ? value : values];
  });
  const { "content-length": length, ...given } = Object.fromEntries(headers);
  return {
    method: method.toLowerCase() as IHttpRequest["method"],
    url: { path: pathname, query: Object.fromEntries(query) },
    // The official SDK of Node.js sends a body with a GET, which is not read, and Prism would miss a type for it.
    headers: length === undefined || body === "" ? given : { ...given, "content-length": length },
    body: body === "" ? undefined : parse(body),
  };
}

function replyOf({ statusCode, headers = {}, body }: IHttpResponse): MockResponse {
  return { status: statusCode, headers, body: JSON.stringify(body) };
}

/** Tells whether a fault of the mock has lost the connection: then it rejects as `fetch` does. */
function isLost(error: unknown): boolean {
  return error instanceof TypeError && error.message === "fetch failed";
}

/**
 * Makes the answer to a request: what `Prefer` asks Prism for, else what the mock says, checked by Prism. Injected
 * faults are wrong on purpose and are not checked. There is no answer when a fault loses the connection, or when the
 * caller has gone.
 */
export function createHandler(
  mock: Mock,
  prism: Prism,
): (request: Request) => Promise<MockResponse | undefined> {
  return async (request) => {
    if (request.method === "TRACE") return errorAnswer(405, "The request method is not allowed."); // No fetch sends it.
    let answer: MockResponse | undefined;
    try {
      const hasBody = request.method !== "GET" && request.method !== "HEAD";
      const input = inputOf(request, hasBody ? await request.clone().text() : "");
      const preferences = readPreferences(request.headers.get("Prefer"));
      if (preferences) return replyOf(await prism.example(input, preferences));
      answer = await mock.respond(request);
      const { status, headers, body: text } = answer;
      if ("X-Mock-Fault" in headers) return answer;
      const given = { statusCode: status, headers, body: typeof text === "string" ? parse(text) : "" };
      const checked = await prism.check(input, given);
      return checked === given ? answer : replyOf(checked);
    } catch (error) {
      if (isLost(error) || request.signal.aborted) return undefined;
      if (error instanceof RangeError) return errorAnswer(400, error.message);
      if (!(error instanceof PrismError)) return errorAnswer(500, `The mock failed: ${error}`);
      // What the description does not have, the mock refuses in the words of the service.
      const isUnknown = error.status === 404 || error.status === 405;
      const isRefused = error.status < 500 && answer && answer.status >= 400;
      return answer && (isUnknown || isRefused) ? answer : errorAnswer(error.status, error.message);
    }
  };
}
