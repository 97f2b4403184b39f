/** Percent-encodes all but the unreserved characters of RFC 3986, as the signature algorithm requires. */
export function encode(text: string): string {
  if (/^[\w.~-]*$/.test(text)) return text;
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Formats bytes as lower-case hexadecimal digits. */
export function hex(bytes: Iterable<number>): string {
  let text = "";
  for (const byte of bytes) text += (byte + 0x100).toString(16).slice(1);
  return text;
}

/** Joins names and values in the order in which they are signed: by code unit of the name, then of the value. */
export function encodeQuery(pairs: Iterable<readonly [string, string]>): string {
  return [...pairs]
    .sort(([a, x], [b, y]) => (a === b ? Number(x > y) - Number(x < y) : a > b ? 1 : -1))
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .join("&");
}
