import { hex } from "../auth/encoding.ts";

/** Shorter values are not masked: they occur in any text by chance. */
const SHORTEST_SECRET = 6;
/** Characters that identify a secret that is cut off: messages are shorter than tokens. */
const PREFIX = 12;
/** Longest text in characters that is shown. */
const LONGEST_TEXT = 8192;
const HTML: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const encoder = new TextEncoder();
const CREDENTIAL = /^(x-auth-token|x-security-token|authorization)$/;
const PUBLIC = /^(x-sdk-date|x-project-id|host)$/;

/** Returns what must not be shown of the headers of `signed`: known credentials, and what `request` does not have. */
export function secretsOf(signed: Request, request: Request): string[] {
  return [...signed.headers].flatMap(([name, value]) => {
    if (!CREDENTIAL.test(name) && (PUBLIC.test(name) || request.headers.get(name) === value)) return [];
    const credential = value.replace(/^[\w-]+ /, "");
    // The gateway may echo the access key and the hash of a signature on their own.
    return [credential, ...credential.split(/[ ,]+|Access=|SignedHeaders=\S+|Signature=/)];
  });
}

/** Bytes in base64, at each position that they may have in groups of three, without what depends on their neighbours. */
function base64Of(bytes: string): string[] {
  return [0, 1, 2].map((shift) => {
    const encoded = btoa("\0".repeat(shift) + bytes);
    return encoded.slice(shift && shift + 1, ((shift + bytes.length) * 4) / 3); // Three bytes are four characters.
  });
}

/** Secrets as they may be echoed: plain, in a query, in JSON, in HTML, as hex and base64; in any case; the longest first. */
function createVariants(secrets: readonly string[]): string[] {
  const variants = secrets
    .filter((secret) => secret.length >= SHORTEST_SECRET)
    .flatMap((secret) => {
      const bytes = encoder.encode(secret);
      const json = JSON.stringify(secret).slice(1, -1);
      return [
        secret,
        new URLSearchParams({ "": secret }).toString().slice(1),
        json,
        json.replace(/[^ -~]/g, (c) => `\\u${(c.charCodeAt(0) + 0x10000).toString(16).slice(1)}`),
        secret.replace(/[&<>"']/g, (c) => HTML[c] ?? ""),
        hex(bytes),
        ...base64Of(Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")),
      ];
    })
    .flatMap((variant) => [variant, variant.toLowerCase(), variant.toUpperCase()]);
  return [...new Set(variants)].sort((a, b) => b.length - a.length);
}

// The variants of the latest secrets: a token stays the same from call to call, and each response has an ID to mask.
let latest: { readonly key: string; readonly variants: string[] } = { key: "", variants: [] };

function variantsOf(secrets: readonly string[]): string[] {
  const key = secrets.join("\n");
  if (latest.key !== key) latest = { key, variants: createVariants(secrets) };
  return latest.variants;
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

/**
 * Masks each secret in a text that comes from elsewhere, also one that is cut off. Returns the first characters only: the
 * time must not depend on how much a server sends.
 */
export function mask(whole: string, secrets: readonly string[]): string {
  const text = whole.slice(0, LONGEST_TEXT);
  const variants = variantsOf(secrets);
  const rests = variants.map((secret) => secret.slice(PREFIX));
  const shown = variants.reduce((masked, secret) => masked.replaceAll(secret, "***"), text);
  return variants.reduce((masked, secret) => {
    const start = secret.slice(0, PREFIX);
    const [head, ...tails] = masked.split(start);
    const cut = (tail: string) => tail.slice(Math.max(...rests.map((rest) => sharedStart(tail, rest))));
    return [head, ...tails.map(cut)].join("***");
  }, shown);
}

/** Copies the cause of a lost connection: names, messages and codes, masked, and nothing else. */
export function maskCause(cause: unknown, maskText: (text: string) => string, depth = 4): Error | undefined {
  if (cause === undefined || depth === 0) return undefined;
  const { name = "Error", message = cause, stack = "", code = "", cause: below } = Object(cause);
  const text = (value: unknown) => (typeof value === "object" ? "" : maskText(String(value)));
  const root = maskCause(below, maskText, depth - 1);
  return Object.assign(new Error(text(message) || text(code), root && { cause: root }), {
    name: text(name),
    stack: text(stack),
    ...(code && { code: text(code) }),
  });
}
