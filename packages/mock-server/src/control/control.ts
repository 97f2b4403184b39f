import type { IncomingMessage } from "node:http";
import type { IHttpRequest, IHttpResponse } from "@stoplight/prism-http";
import type { Mock, MockResponse } from "@workspace-images/mock";
import { errorResponse } from "../http/error-response.ts";
import { HttpError } from "../http/http-error.ts";
import { parseJson, readBody } from "../http/request-body.ts";
import { readUrl } from "../http/request-target.ts";
import type { Prism } from "../prism/prism.ts";
import { type Action, actions } from "./actions.ts";

// A catalogue of 40 000 images.
const maxBytes = 16 * 1024 * 1024;

/** Responds to a request for the control. */
export type Control = (request: IncomingMessage) => Promise<MockResponse>;

/** Tells whether a request is for the control of the mock, not for the mocked service. */
export function isControl({ url = "" }: IncomingMessage): boolean {
  return url.startsWith("/_mock/");
}

/**
 * Creates the control of a mock. Prism validates requests before they take effect, and the responses to them; the first
 * request asks for it, so that the server starts as fast as without control.
 */
export function createControl(mock: Mock, getPrism: () => Promise<Prism>): Control {
  async function respond(request: IncomingMessage): Promise<MockResponse> {
    readUrl(request); // Throws if it is invalid.
    if (request.headers.origin !== undefined) {
      throw new HttpError(
        403,
        "Web pages must not control the mock, so a request with an Origin header is rejected.",
      );
    }
    const { path, action } = findAction(request);
    const text = await readBody(request, maxBytes);
    if (text && !/^application\/json *(;|$)/i.test(request.headers["content-type"] ?? "")) {
      throw new HttpError(415, "The Content-Type must be application/json.");
    }
    const input = toPrismRequest(request, path, text);
    const prism = await getPrism();
    const {
      statusCode,
      headers = {},
      body,
    } = await prism.serve(input, ([violation]) => {
      if (violation) throw new HttpError(400, `${violation.message}.`);
      return toPrismResponse(action(mock, input.body));
    });
    return { status: statusCode, headers, body: statusCode === 204 ? null : JSON.stringify(body) };
  }

  return async (request) => {
    try {
      return await respond(request);
    } catch (error) {
      if (error instanceof HttpError) return errorResponse(error.status, error.message, error.headers);
      throw error;
    }
  };
}

function findAction({ url = "", method = "" }: IncomingMessage): { path: string; action: Action } {
  const [path = ""] = url.split("?");
  const methods = Object.hasOwn(actions, path) ? actions[path] : undefined;
  if (!methods) throw new HttpError(404, `Unknown path. Use ${Object.keys(actions).join(", ")}.`);
  const action = Object.hasOwn(methods, method) ? methods[method] : undefined;
  if (action) return { path, action };
  const Allow = Object.keys(methods).join(", ");
  throw new HttpError(405, `${path} only has ${Allow}.`, { Allow });
}

function toPrismRequest({ method = "" }: IncomingMessage, path: string, text: string): IHttpRequest {
  const headers = { "content-type": "application/json", "content-length": `${Buffer.byteLength(text)}` };
  return {
    method: method.toLowerCase() as IHttpRequest["method"],
    url: { path, query: {} },
    ...(text && { headers, body: parseJson(text) }),
  };
}

function toPrismResponse(body: unknown): IHttpResponse {
  if (body === undefined) return { statusCode: 204, body: "" };
  return { statusCode: 200, headers: { "Content-Type": "application/json" }, body };
}
