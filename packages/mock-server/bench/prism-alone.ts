// Prism as it is: answers with the examples of the description, behind the smallest server.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createInstance, getHttpOperationsFromSpec, type IHttpRequest } from "@stoplight/prism-http";
import { iam, images } from "@workspace-images/spec";
import pino from "pino";

const config = {
  isProxy: false,
  upstreamProxy: undefined,
  checkSecurity: true,
  errors: true,
  validateRequest: true,
  validateResponse: true,
  mock: { dynamic: false },
} as const;
const logger = Object.assign(pino({ level: "silent" }), { success: () => {} });
const prism = createInstance(config, { logger });
const operations = (
  await Promise.all([images, iam].map((one) => getHttpOperationsFromSpec(structuredClone(one))))
).flat();

const server = createServer(async ({ method = "GET", url = "/", headers }, response) => {
  const { pathname, searchParams } = new URL(url, "http://127.0.0.1");
  const input = {
    method: method.toLowerCase() as IHttpRequest["method"],
    url: { path: pathname, query: Object.fromEntries(searchParams) },
    headers: headers as Record<string, string>,
  };
  const result = await prism.request(input, operations, config)();
  if (result._tag === "Left") throw result.left;
  const { statusCode, headers: given, body } = result.right.output;
  response.writeHead(statusCode, given).end(JSON.stringify(body));
});
server.listen(0, "127.0.0.1", () => {
  const { port } = server.address() as AddressInfo;
  process.send?.({ url: `http://127.0.0.1:${port}`, startTime: performance.now() });
});
