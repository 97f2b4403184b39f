import { createMock } from "@workspace-images/mock";
import type { Request } from "./requests.ts";

/** The response to an example of a request. */
export interface RequestResponse {
  readonly title: string;
  readonly value: unknown;
}

/** Returns the documented response to a request, otherwise that of the mock with its sample images. */
export async function responseTo({ target, response }: Request): Promise<RequestResponse> {
  if (response) return { title: "The documented response", value: response.body };
  const mock = createMock();
  const mocked = await mock.fetch(mock.url + target, { headers: { "X-Auth-Token": "any" } });
  return { title: "The response of the mock, with invented sample data", value: await mocked.json() };
}
