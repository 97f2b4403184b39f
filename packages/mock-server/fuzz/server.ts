// The server under test, in a process of its own. Sends its URL, and its heap in bytes whenever it is asked.
import { startMockServer } from "@workspace-images/mock-server";
import { serviceOptions } from "./service-options.ts";

const { url, mock } = await startMockServer({ ...serviceOptions, control: true, log: () => {} });
process.on("message", () => {
  mock.clearRequests();
  globalThis.gc?.();
  process.send?.({ heap: process.memoryUsage().heapUsed });
});
process.send?.({ url });
