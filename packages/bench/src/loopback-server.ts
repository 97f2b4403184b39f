import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createPageText } from "./sample-page.ts";

// Forked by loopback.ts, with the number of images as argument.
const body = Buffer.from(createPageText(Number(process.argv[2])));
const headers = { "Content-Type": "application/json", "Content-Length": body.byteLength };
const server = createServer((_request, response) => {
  response.writeHead(200, headers).end(body);
});
// No connection may end between two turns.
server.keepAliveTimeout = 0;
server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
process.once("disconnect", () => process.exit());
