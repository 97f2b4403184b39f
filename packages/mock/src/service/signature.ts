import type { ReceivedRequest } from "../requests/received-request.ts";
import { compareText } from "../text/compare-text.ts";
import { encodeText } from "../text/encode-text.ts";
import { percentDecode, percentEncode } from "../text/percent-encoding.ts";

/**
 * Returns the canonical requests that a client may have signed. There are two if the path contains a `%`: the official
 * SDKs for Node.js and Java encode an encoded path once more, those for Go and Python do not. `show` receives the name
 * and value of each signed header and returns what to write for the value.
 */
export async function canonicalRequests(
  { method, url, headers, body }: ReceivedRequest,
  signedHeaders: readonly string[],
  show: (name: string, value: string) => string,
): Promise<string[]> {
  // `fetch` sends the host, but does not list it among the headers.
  const values = new Map([["host", url.host], ...headers]);
  const lines = signedHeaders.map((name) => `${name}:${show(name, values.get(name) ?? "")}\n`).join("");
  const rest = [
    canonicalQuery(url.searchParams),
    lines,
    signedHeaders.join(";"),
    await sha256(encodeText(body)),
  ];
  const paths = new Set([percentDecode(url.pathname), url.pathname].map(canonicalPath));
  return [...paths].map((path) => [method, path, ...rest].join("\n"));
}

/** Signs a canonical request: HMAC-SHA256 in hexadecimal, with the secret key itself as the key. */
export async function sign(canonical: string, date: string, secretKey: string): Promise<string> {
  // Beyond ASCII it only has values of headers, in which each character stands for a byte that arrived.
  const bytes = Uint8Array.from(canonical, (character) => character.charCodeAt(0));
  const text = `SDK-HMAC-SHA256\n${date}\n${await sha256(bytes)}`;
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", encodeText(secretKey), algorithm, false, ["sign"]);
  return hex(await crypto.subtle.sign(algorithm, key, encodeText(text)));
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return hex(await crypto.subtle.digest("SHA-256", bytes));
}

function hex(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Always ends with a slash, even if the path of the request does not. */
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
