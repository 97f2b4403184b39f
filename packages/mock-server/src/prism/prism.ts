import type { IHttpRequest, IHttpResponse } from "@stoplight/prism-http";
import { HttpError } from "../http/http-error.ts";
import type { Operations } from "./description.ts";
import type { Preferences } from "./preferences.ts";
import { createInstance, pino } from "./prism-library.ts";

/**
 * Returns the response to a request with these violations of the description, `undefined` for the example of an error, or
 * throws the error to respond with.
 */
export type Responder = (violations: readonly { readonly message: string }[]) => IHttpResponse | undefined;

/** Prism with the operations of a description. */
export interface Prism {
  /**
   * Returns a response from the description: an example, or one generated from the schema.
   *
   * @throws {HttpError} if there is no such operation or example.
   */
  example(request: IHttpRequest, preferences: Preferences): Promise<IHttpResponse>;
  /**
   * Validates a request, then the response to it.
   *
   * @throws {HttpError} if there is no such operation, or the response is invalid (status 500), or what `respond` throws.
   */
  serve(request: IHttpRequest, respond: Responder): Promise<IHttpResponse>;
  /**
   * Validates a request and the response to it. Returns that response, or the example of an error if the response is a
   * success although the request is invalid.
   *
   * @throws {HttpError} if there is no such operation, or the response is invalid (status 500).
   */
  validate(request: IHttpRequest, response: IHttpResponse): Promise<IHttpResponse>;
}

// An error of this name makes Prism respond by itself.
const NOT_IMPLEMENTED = Object.assign(new Error(), {
  name: "https://stoplight.io/prism/errors#UPSTREAM_NOT_IMPLEMENTED",
});

// Prism creates children of its logger for each request; this one is its own child.
const logger = Object.assign(pino({ level: "silent" }), { success: () => {} });
logger.child = () => logger;

// Enough for the paths of any test; random paths must not exhaust the memory.
const maxRoutes = 100;

function routeOf({ method, url }: IHttpRequest): string {
  return `${method} ${url.path}`;
}

/** Creates an instance of Prism for the operations of a description. */
export function createPrism(operations: Operations): Prism {
  const responders = new WeakMap<IHttpRequest, Responder>();
  // Prism compares a path with those of all operations. What it has found is kept, because it depends on nothing else.
  const routes = new Map<string, Operations>();
  const common = { checkSecurity: true, errors: true, validateRequest: true, validateResponse: true };
  const mocking = { ...common, isProxy: false, upstreamProxy: undefined, mock: { dynamic: false } } as const;
  const forwarding = { ...mocking, isProxy: true, upstream: new URL("http://mock.invalid") } as const;
  const prism = createInstance(mocking, {
    logger,
    forward: ({ data, validations }, _url, _proxy, operation) => {
      const route = routeOf(data);
      if (routes.size >= maxRoutes && !routes.has(route)) routes.clear();
      if (operation) routes.set(route, [operation]);
      return () => async () => {
        try {
          const right = responders.get(data)?.(validations);
          return right ? { _tag: "Right", right } : { _tag: "Left", left: NOT_IMPLEMENTED };
        } catch (left) {
          return { _tag: "Left", left: left as Error };
        }
      };
    },
  });

  async function request(
    input: IHttpRequest,
    config: Parameters<typeof prism.request>[2],
  ): Promise<IHttpResponse> {
    const result = await (async () =>
      prism.request(input, routes.get(routeOf(input)) ?? operations, config)())().catch((cause) => {
      // Prism does not catch the errors of `decodeURIComponent`.
      throw cause instanceof URIError ? new HttpError(400, "The path cannot be decoded.") : cause;
    });
    if (result._tag === "Left") {
      if (result.left instanceof HttpError) throw result.left;
      const { status = 500, detail = "" } = result.left as { status?: number; detail?: string };
      throw new HttpError(status, detail || result.left.message);
    }
    const { output, validations } = result.right;
    const [violation] = validations.output;
    if (!violation) return output;
    throw new HttpError(500, `The response does not conform to the description. ${violation.message}.`);
  }

  function serve(input: IHttpRequest, respond: Responder): Promise<IHttpResponse> {
    responders.set(input, respond);
    return request(input, forwarding);
  }

  return {
    serve,
    async example(input, preferences) {
      const { code, exampleKey } = preferences;
      const missing = new HttpError(404, `Status ${code} has no example "${exampleKey}".`);
      const mock = preferences as typeof mocking.mock;
      const response = await request(input, { ...mocking, mock }).catch((error: HttpError) => {
        throw exampleKey && error.message.includes("We tried default response") ? missing : error;
      });
      // If the status has no such example, Prism sends one of the success.
      if (code !== undefined && response.statusCode !== code && response.statusCode < 400) throw missing;
      return response;
    },
    validate(input, response) {
      const isSuccess = response.statusCode < 400;
      return serve(input, (violations) => (isSuccess && violations.length > 0 ? undefined : response));
    },
  };
}
