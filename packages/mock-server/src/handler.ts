import type { IHttpRequest, IHttpResponse } from "@stoplight/prism-http";
import type { Mock } from "@workspace-images/mock";
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
  const query: Record<string, string | string[]> = {};
  for (const name of searchParams.keys()) {
    const values = searchParams.getAll(name);
    query[name] = values.length === 1 ? (values[0] ?? "") : values;
  }
  return {
    method: method.toLowerCase() as IHttpRequest["method"],
    url: { path: pathname, query },
    headers: Object.fromEntries(headers),
    body: body === "" ? undefined : parse(body),
  };
}

function responseOf({ statusCode, headers, body }: IHttpResponse): Response {
  return new Response(JSON.stringify(body), { status: statusCode, headers: headers ?? {} });
}

/**
 * Makes the answer to a request: what `Prefer` asks Prism for, else what the mock says, checked by Prism. Injected
 * faults are wrong on purpose and are not checked.
 *
 * @throws {TypeError} when a fault of the mock loses the connection.
 */
export function createHandler(mock: Mock, prism: Prism): (request: Request) => Promise<Response> {
  return async (request) => {
    const body = request.method === "GET" || request.method === "HEAD" ? "" : await request.text();
    const input = inputOf(request, body);
    let answer: Response | undefined;
    try {
      const preferences = readPreferences(request.headers.get("Prefer"));
      if (preferences) return responseOf(await prism.example(input, preferences));
      const { method, headers, signal } = request;
      answer = await mock.fetch(request.url, { method, headers, signal, ...(body && { body }) });
      if (answer.headers.has("X-Mock-Fault")) return answer;
      const text = await answer.clone().text();
      const given = {
        statusCode: answer.status,
        headers: Object.fromEntries(answer.headers),
        body: parse(text),
      };
      const checked = await prism.check(input, given);
      return checked === given ? answer : responseOf(checked);
    } catch (error) {
      if (error instanceof RangeError) return errorAnswer(400, error.message);
      if (!(error instanceof PrismError)) throw error;
      // What the description does not have, the mock refuses in the words of the service.
      const isUnknown = error.status === 404 || error.status === 405;
      return isUnknown && answer ? answer : errorAnswer(error.status, error.message);
    }
  };
}
