import { createMock, type Mock, type MockOptions } from "@workspace-images/mock";
import { startMockServer } from "@workspace-images/mock-server";

/** Something that responds like the service. */
export interface Backend extends AsyncDisposable {
  readonly url: string;
  readonly mock: Mock;
  fetch(url: string, init?: RequestInit): Promise<Response>;
}

export async function startInProcess(options: MockOptions): Promise<Backend> {
  const mock = createMock(options);
  return { url: mock.url, mock, fetch: mock.fetch, [Symbol.asyncDispose]: async () => {} };
}

export async function startPrism(options: MockOptions): Promise<Backend> {
  const { url, mock, close } = await startMockServer(options);
  return { url, mock, fetch, [Symbol.asyncDispose]: close };
}
