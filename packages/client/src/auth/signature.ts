import { encode, encodeQuery } from "./encoding.ts";

/** The parts of a request that are signed. */
export interface SignedParts {
  readonly method: string;
  /** Encoded, as sent. */
  readonly path: string;
  /** Encoded, as sent, with or without the question mark. */
  readonly query: string;
  /** Signed headers with lower-case names; must include `x-sdk-date`. */
  readonly headers: Readonly<Record<string, string>>;
  /** Empty by default. */
  readonly body?: ArrayBuffer | undefined;
}

/** A secret key that signs; it cannot be read out again. */
export interface SigningKey {
  /** Returns the SHA-256 of bytes, or of a text as UTF-8, in hexadecimal digits. */
  digest(data: ArrayBuffer | string): Promise<string> | string;
  /** Returns the HMAC-SHA-256 of a text as UTF-8, in hexadecimal digits. */
  sign(text: string): Promise<string> | string;
}

/** Formats a time in milliseconds for `X-Sdk-Date`: `20191115T033655Z`. */
export function formatSdkDate(time: number): string {
  return new Date(time).toISOString().replace(/[-:]|\.\d+/g, "");
}

/** Parses `X-Sdk-Date` as milliseconds; NaN if it is invalid. */
export function parseSdkDate(text: string): number {
  return Date.parse(text.replace(/^(\d{4})(..)(..T..)(..)/, "$1-$2-$3:$4:"));
}

const ALGORITHM = "SDK-HMAC-SHA256";
const EMPTY_BODY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/**
 * Encodes each character once, whether it is plain or already encoded in the path: the gateway decodes what it
 * receives. The official signers for Node.js and Java encode a `%` again, and the gateway rejects their signatures of
 * such paths; those for Go and Python agree with this one. The trailing slash is for the signature only.
 */
function canonicalPath(path: string): string {
  const encoded = path.replace(/%([\da-f]{2})|[^\w.~/-]/gi, (found, digits) => {
    const code = digits ? Number.parseInt(digits, 16) : found.charCodeAt(0);
    return code < 128 ? encode(String.fromCharCode(code)) : found.toUpperCase();
  });
  return encoded.endsWith("/") ? encoded : `${encoded}/`;
}

/**
 * Returns the text whose hash is signed, and the names of its headers.
 *
 * @see https://support.huaweicloud.com/intl/en-us/devg-apisign/api-sign-algorithm-002.html
 */
export function canonicalRequest(
  { method, path, query, headers }: SignedParts,
  bodyHash = EMPTY_BODY,
): { readonly text: string; readonly signedHeaders: string } {
  const names = Object.keys(headers).sort();
  const signedHeaders = names.join(";");
  const lines = names.map((name) => `${name}:${headers[name]}\n`).join("");
  const canonicalQuery = query && encodeQuery(new URLSearchParams(query));
  const text = [method, canonicalPath(path), canonicalQuery, lines, signedHeaders, bodyHash].join("\n");
  return { text, signedHeaders };
}

/** Signs a request with SDK-HMAC-SHA256 and returns the value of its `Authorization` header. */
export async function sign(parts: SignedParts, accessKey: string, key: SigningKey): Promise<string> {
  const { body, headers } = parts;
  const { text, signedHeaders } = canonicalRequest(parts, body && (await key.digest(body)));
  const signed = `${ALGORITHM}\n${headers["x-sdk-date"]}\n${await key.digest(text)}`;
  const signature = await key.sign(signed);
  return `${ALGORITHM} Access=${accessKey}, SignedHeaders=${signedHeaders}, Signature=${signature}`;
}
