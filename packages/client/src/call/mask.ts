/** Shorter values are not masked: they occur in any text by chance. */
const SHORTEST_SECRET = 6;
/** Characters that identify a secret that is cut off: messages are shorter than tokens. */
const PREFIX = 12;
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

/** Secrets plain, as in a query and as in JSON, the longest first. */
function variantsOf(secrets: readonly string[]): string[] {
  return secrets
    .flatMap((secret) => [
      secret,
      new URLSearchParams({ "": secret }).toString().slice(1),
      JSON.stringify(secret).slice(1, -1),
    ])
    .filter((secret) => secret.length >= SHORTEST_SECRET)
    .sort((a, b) => b.length - a.length);
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

/** Masks each secret in a text that comes from elsewhere, also one that is cut off. */
export function mask(text: string, secrets: readonly string[]): string {
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
