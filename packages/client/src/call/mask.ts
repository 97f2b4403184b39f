import { placeOf, type Reading, readingsOf, unescapedReadings } from "./reading.ts";

/** Shorter values are not masked: they occur in any text by chance. */
const SHORTEST_SECRET = 6;
/** Bytes that identify a part of a secret; a shorter secret must be complete. */
const WINDOW = 12;
/** Longest text in characters that is shown. */
const LONGEST_TEXT = 8192;
/** Windows of secrets after which those of older secrets are forgotten. */
const MOST_WINDOWS = 20_000;
const CREDENTIAL = /^(x-auth-token|x-security-token|authorization)$/;
const PUBLIC = /^(x-sdk-date|x-project-id|host)$/;

/** Returns what must not be shown of the headers of `signed`: known credentials, and what `request` does not have. */
export function secretsOf(signed: Request, request: Request): string[] {
  return [...signed.headers].flatMap(([name, value]) => {
    if (!CREDENTIAL.test(name) && (PUBLIC.test(name) || request.headers.get(name) === value)) return [];
    const credential = value.replace(/^[\w-]+ |SignedHeaders=\S+/g, "");
    // The gateway may echo the access key and the hash of a signature on their own.
    return [credential, ...credential.split(/[ ,]+|Access=|Signature=/)];
  });
}

/** Returns the windows at each position. The case of ASCII letters does not matter, nor `+` for a space. */
function windowsOf({ bytes }: Reading, size: number): string[] {
  const text = bytes.toLowerCase().replaceAll("+", " ");
  return Array.from({ length: Math.max(0, text.length - size + 1) }, (_, index) =>
    text.slice(index, index + size),
  );
}

/**
 * Creates a function that masks secrets in texts that come from elsewhere: complete or a part, plain, escaped for a URL,
 * JSON or HTML, as hex or base64, in any case; but not as hex or base64 of what was encoded before. It also masks
 * secrets that it was given before, such as a token before its renewal. It returns the first characters only: the
 * time must not depend on how much a server sends.
 */
export function createMask(): (text: string, secrets: readonly string[]) => string {
  /** Secrets and their windows. */
  let latest = new Set<string>();
  let earlier = latest;
  const sizes = new Set<number>();

  function learn(secret: string): void {
    if (secret.length < SHORTEST_SECRET || latest.has(secret)) return;
    latest.add(secret);
    const size = Math.min(WINDOW, secret.length);
    sizes.add(size);
    for (const reading of unescapedReadings(secret)) {
      for (const window of windowsOf(reading, size)) latest.add(window);
    }
  }

  return (whole, secrets) => {
    if (latest.size > MOST_WINDOWS) {
      earlier = latest;
      latest = new Set();
    }
    secrets.forEach(learn);
    const text = whole.slice(0, LONGEST_TEXT);
    const isHidden = new Uint8Array(text.length);
    for (const reading of readingsOf(text)) {
      for (const size of sizes) {
        for (const [index, window] of windowsOf(reading, size).entries()) {
          if (latest.has(window) || earlier.has(window))
            isHidden.fill(1, ...placeOf(reading, index, index + size));
        }
      }
    }
    return Array.from(isHidden, (hidden, index) => {
      if (!hidden) return text[index];
      return isHidden[index - 1] ? "" : "***";
    }).join("");
  };
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
