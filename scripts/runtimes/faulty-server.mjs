// The server that the client meets on every runtime. The first part of a path says what goes wrong.
import { once } from "node:events";
import { createServer } from "node:http";

/** @param {import("node:http").RequestListener} respond */
async function listen(respond) {
  const server = createServer(respond).listen(0, "127.0.0.1").unref();
  await once(server, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return `http://127.0.0.1:${port}`;
}

/** Starts the server, which does not keep the process alive, and gives its address. */
export async function startFaultyServer() {
  let reached = 0;
  const otherOrigin = await listen((_, response) => {
    reached += 1;
    response.setHeader("Access-Control-Allow-Origin", "*").end("{}");
  });

  /** @type {Readonly<Record<string, import("node:http").RequestListener>>} */
  const faults = {
    redirect: (_, response) => response.writeHead(307, { Location: `${otherOrigin}/v2/p/images` }).end(),
    /** Tells how many requests have reached the other origin. */
    reached: (_, response) => response.end(String(reached)),
    reset: (request) => request.socket.destroy(),
    endless: (_, response) =>
      response.writeHead(200, { "Content-Type": "application/json" }).write('{"images": ['),
    silent: () => {},
  };
  return listen((request, response) => {
    const fault = faults[request.url?.split("/")[1] ?? ""];
    if (fault) fault(request, response);
    else response.writeHead(200, { "Content-Type": "text/html" }).end(); // The page of Chromium.
  });
}
