/**
 * The mock as handlers for MSW.
 *
 * @packageDocumentation
 */

import { type HttpHandler, http } from "msw";
import type { Mock } from "./mock.ts";

/**
 * Returns handlers for MSW 2 and 3 that answer with the mock: requests to `mock.url`, and to the Workspace and IAM
 * hosts of every region of Huawei Cloud.
 *
 * @example
 * const server = setupServer(...mswHandlers(createMock()));
 */
export function mswHandlers(mock: Mock): HttpHandler[] {
  const origin = mock.url.replaceAll(".", "\\.");
  const hosts = new RegExp(`^(${origin}|https://(workspace|iam)(\\.[\\w-]+)?\\.myhuaweicloud\\.(com|eu))/`);
  return [
    http.all(hosts, async ({ request }) => {
      try {
        return await mock.fetch(request);
      } catch {
        // Anything that a resolver throws becomes a status 500; this is how MSW is told of a lost connection.
        return Response.error();
      }
    }),
  ];
}
