import { encodeText } from "./encode-text.ts";
import { percentDecode, percentEncode } from "./percent-encoding.ts";
import type { ReceivedRequest } from "./received-request.ts";
import { compareText } from "./text-order.ts";

/**
 * Returns the canonical requests that stand for a request, most often one: the official SDKs of Node.js and Java
 * encode a path that is encoded already, those of Go and Python do not. They differ only where a path has a `%`.
 * `show` gets each name and value of a signed header and says what to put in its place.
 */
export async function canonicalRequests(
  { method, url, headers, body }: ReceivedRequest,
  signedHeaders: readonly string[],
  show: (name: string, value: string) => string,
): Promise<string[]> {
  // `fetch` sends a host that its headers do not show.
  const values = new Map([["host", url.host], ...headers]);
  const lines = signedHeaders.map((name) => `${name}:${show(name, values.get(name) ?? "")}\n`).join("");
  const rest = [canonicalQuery(url.searchParams), lines, signedHeaders.join(";"), await sha256(body)];
  const paths = new Set([percentDecode(url.pathname), url.pathname].map(canonicalPath));
  return [...paths].map((path) => [method, path, ...rest].join("\n"));
}

/** Signs a canonical request: hexadecimal HMAC-SHA256, keyed with the secret key as it is. */
export async function sign(canonical: string, date: string, secretKey: string): Promise<string> {
  const text = `SDK-HMAC-SHA256\n${date}\n${await sha256(canonical)}`;
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", encodeText(secretKey), algorithm, false, ["sign"]);
  return hex(await crypto.subtle.sign(algorithm, key, encodeText(text)));
}

async function sha256(text: string): Promise<string> {
  return hex(await crypto.subtle.digest("SHA-256", encodeText(text)));
}

function hex(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Ends with a slash, whether the request's path does or not. */
function canonicalPath(path: string): string {
  return percentEncode(path).replaceAll("%2F", "/").replace(/\/?$/, "/");
}

/** Sorts by name, then by value, before encoding. */
export function canonicalQuery(query: URLSearchParams): string {
  return [...query]
    .sort(([a, x], [b, y]) => compareText(a, b) || compareText(x, y))
    .map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`)
    .join("&");
}
