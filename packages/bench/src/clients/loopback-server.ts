import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createPageText } from "./sample-page.ts";

// loopback.ts forks this file, with the number of images as its argument.
const body = Buffer.from(createPageText(Number(process.argv[2])));
const headers = { "Content-Type": "application/json", "Content-Length": body.byteLength };
const server = createServer((_request, response) => {
  response.writeHead(200, headers).end(body);
});
// Connections must stay open between two turns.
server.keepAliveTimeout = 0;
server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
process.once("disconnect", () => process.exit());
