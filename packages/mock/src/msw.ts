/**
 * The mock as MSW handlers.
 *
 * @packageDocumentation
 */

import { type HttpHandler, http } from "msw";
import type { Mock } from "./mock.ts";
import { preflightResponse } from "./responder/preflight.ts";

/**
 * Returns handlers for MSW 2 and 3. The mock responds to requests to `mock.url` and to the Workspace, IAM and STS
 * hosts of every Huawei Cloud region.
 *
 * @example
 * const server = setupServer(...mswHandlers(createMock()));
 */
export function mswHandlers(mock: Mock): HttpHandler[] {
  const origin = mock.url.replace(/[.[\]]/g, "\\$&");
  const hosts = new RegExp(
    `^(${origin}|https://(workspace|iam|sts)(\\.[\\w-]+)?\\.myhuaweicloud\\.(com|eu))/`,
  );
  return [
    // In happy-dom, a request that MSW intercepts has lost the headers of a preflight, which never has a token.
    http.options(hosts, ({ request }) =>
      request.headers.has("X-Auth-Token") ? undefined : new Response(null, preflightResponse(request)),
    ),
    http.all(hosts, async ({ request }) => {
      try {
        const response = await mock.fetch(request);
        // Environments such as happy-dom check CORS, as browsers do.
        response.headers.set("Access-Control-Allow-Origin", "*");
        response.headers.set("Access-Control-Expose-Headers", "*");
        return response;
      } catch (error) {
        const isLost = error instanceof TypeError && error.message === "fetch failed";
        // MSW prints what a resolver throws and responds with 500: right for a mistake in a function of the test.
        if (!isLost && !request.signal.aborted) throw error;
        return Response.error();
      }
    }),
  ];
}
