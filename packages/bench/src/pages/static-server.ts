import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
};

/** A folder served on a free port of the loopback address. */
export interface StaticServer extends AsyncDisposable {
  /** Address with a slash at its end. */
  readonly url: string;
}

/** Serves a folder; every file goes compressed by gzip, level 9. */
export async function serveFolder(folder: string): Promise<StaticServer> {
  const packed = new Map<string, Buffer>();
  const read = async (path: string) => {
    const body = packed.get(path) ?? gzipSync(await readFile(join(folder, path)), { level: 9 });
    packed.set(path, body);
    return body;
  };
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://127.0.0.1");
    // Browsers ask for it on their own, whatever the page.
    if (pathname === "/favicon.ico") return response.writeHead(204).end();
    try {
      const body = await read(decodeURIComponent(pathname));
      const type = TYPES[extname(pathname)] ?? "application/octet-stream";
      response.writeHead(200, { "Content-Type": type, "Content-Encoding": "gzip" }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
