import { createMock } from "@workspace-images/mock";
import type { Operation } from "./operation.ts";
import type { Request } from "./requests.ts";

/** The response to an example of a request. */
export interface RequestResponse {
  readonly title: string;
  readonly value: unknown;
}

/** Examples of responses to requests with another name. */
const EXAMPLES: Readonly<Record<string, string>> = { publicLinuxRequest: "documented" };

/** Returns the documented response to a request, otherwise that of the mock with its sample images. */
export async function responseTo({ success }: Operation, request: Request): Promise<RequestResponse> {
  const name = EXAMPLES[request.name];
  const example = success.responses.flatMap(({ examples }) => examples).find((one) => one.name === name);
  if (example) return { title: "The documented response", value: example.value };
  const mock = createMock();
  const response = await mock.fetch(mock.url + request.target, { headers: { "X-Auth-Token": "any" } });
  return { title: "The response of the mock, with invented sample data", value: await response.json() };
}
