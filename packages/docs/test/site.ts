import { readdirSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const dist = fileURLToPath(new URL("../dist/", import.meta.url));
const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
};

const OTHERS = ["404.html", "redoc.html"];

/** Pages of the built site, as paths relative to its root, without the downloadable Redoc file and the error page. */
export const pages: readonly string[] = readdirSync(dist, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".html") && !OTHERS.includes(name))
  .sort();

/** Returns the text of a built file. */
export function read(name: string): string {
  return readFileSync(dist + name, "utf8");
}

function fileOf(name: string): Buffer {
  return readFileSync(dist + decodeURIComponent(name));
}

/** The built site, served below a path that the build did not know. */
export interface Site extends AsyncDisposable {
  readonly url: string;
}

/** Serves the built site on a free port as static hosts do: compressed, and cached by browsers for minutes. */
export async function serveSite(): Promise<Site> {
  const below = "/some/path/";
  const compressed = new Map<string, Buffer>();
  const server: Server = createServer((request, response) => {
    const [path = ""] = (request.url ?? "").split("?");
    try {
      if (!path.startsWith(below)) throw new Error("outside of the site");
      const name = path.slice(below.length) || "index.html";
      const headers = {
        "Content-Type": TYPES[extname(name)] ?? "application/octet-stream",
        "Cache-Control": "max-age=600",
      };
      if (extname(name) in TYPES) {
        const body = compressed.get(name) ?? gzipSync(fileOf(name));
        compressed.set(name, body);
        response.writeHead(200, { ...headers, "Content-Encoding": "gzip" }).end(body);
      } else response.writeHead(200, headers).end(fileOf(name));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${below}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
