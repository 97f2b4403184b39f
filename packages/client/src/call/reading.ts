/** Bytes that a text may stand for, as a string of one character each, and where in the text each of them is. */
export interface Reading {
  readonly bytes: string;
  readonly places: readonly Place[];
}

type Place = readonly [from: number, to: number];
type Decoder = readonly [pattern: RegExp, decodePart: (part: string) => string];

const encoder = new TextEncoder();

/**
 * Escapes of URLs, JSON and HTML for what a secret may contain, which is no control character. All assigned code points
 * have up to five hexadecimal or six decimal digits.
 */
const ESCAPE =
  /%[\da-f]{2}|(?:\\ud[89ab][\da-f]{2})?\\(?:u[\da-f]{4}|["\\/])|&(?:#(?:x0*[\da-f]{1,5}|0*\d{1,6})|amp|lt|gt|quot|apos);?/gi;
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function encodeUtf8(text: string): string {
  return String.fromCharCode(...encoder.encode(text));
}

function decodeHex(digits: string): string {
  return String.fromCharCode(Number(`0x${digits}`));
}

/** Decodes base64 or base64url. */
function decodeBase64(digits: string): string {
  return atob(digits.replaceAll("-", "+").replaceAll("_", "/"));
}

function unescapeOne(escaped: string): string {
  if (escaped.startsWith("%")) return decodeHex(escaped.slice(1));
  if (escaped.startsWith("\\")) return encodeUtf8(JSON.parse(`"${escaped.toLowerCase()}"`));
  const name = escaped.replace(/\W/g, "").toLowerCase();
  return encodeUtf8(ENTITIES[name] ?? String.fromCodePoint(Number(`0${name}`)));
}

/** Where the bytes from an index to before another one are. */
export function placeOf({ places }: Reading, from: number, to: number): Place {
  return [places[from]?.[0] ?? 0, places[to - 1]?.[1] ?? 0];
}

/** Decodes what a pattern matches, and copies the rest. */
function decode(reading: Reading, ...[pattern, decodePart]: Decoder): Reading {
  const places = reading.places.map((place): readonly Place[] => [place]);
  const bytes = reading.bytes.replace(pattern, (part: string, index: number) => {
    const decoded = decodePart(part);
    const place = placeOf(reading, index, index + part.length);
    places.fill([], index, index + part.length);
    places[index] = Array.from(decoded, () => place);
    return decoded;
  });
  return { bytes, places: places.flat() };
}

/** Returns a text as it is, without its escapes, without those within them, and once more. */
export function unescapedReadings(text: string): Reading[] {
  const places = Array.from({ length: text.length }, (_, index): Place => [index, index + 1]);
  const readings = [decode({ bytes: text, places }, /[^\0-\x7f]/gu, encodeUtf8)];
  for (const reading of readings) {
    const unescaped = decode(reading, ESCAPE, unescapeOne);
    if (unescaped.bytes !== reading.bytes && readings.length <= 3) readings.push(unescaped);
  }
  return readings;
}

/** Hexadecimal digits, base64 and base64url, with each position where bytes may begin in a row of digits. */
const DIGITS: readonly Decoder[] = [
  [/[\da-f]{2}/gi, decodeHex],
  [/(?<=[\da-f])[\da-f]{2}/gi, decodeHex],
  [/[\w+/-]{2,4}/g, decodeBase64],
  [/(?<=[\w+/-])[\w+/-]{2,4}/g, decodeBase64],
  [/(?<=[\w+/-]{2})[\w+/-]{2,4}/g, decodeBase64],
  [/(?<=[\w+/-]{3})[\w+/-]{2,4}/g, decodeBase64],
];

/** Returns everything that a text may stand for. */
export function readingsOf(text: string): Reading[] {
  const readings = unescapedReadings(text);
  const unescaped = readings[readings.length - 1] as Reading; // No digit is an escape.
  return [...readings, ...DIGITS.map((digits) => decode(unescaped, ...digits))];
}
