import { createMock, type MockOptions } from "@workspace-images/mock";
import { mswHandlers } from "@workspace-images/mock/msw";
import { setupServer } from "msw/node";
import type { Backend } from "./backend.ts";

/** Intercepts the global `fetch` with MSW. */
export async function startMsw(options: MockOptions): Promise<Backend> {
  const mock = createMock(options);
  const server = setupServer(...mswHandlers(mock));
  server.listen();
  return {
    url: mock.url,
    mock,
    fetch: (url, init) => fetch(url, init),
    [Symbol.asyncDispose]: async () => server.close(),
  };
}
