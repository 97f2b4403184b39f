/** Shorter values are not looked for: they occur in any text by chance. */
const SHORTEST_SECRET = 6;
/** So much of the beginning of a secret is enough to recognize one that is cut off: messages are shorter than tokens. */
const PREFIX = 12;
const CREDENTIAL = /^(x-auth-token|x-security-token|authorization)$/;
const PUBLIC = /^(x-sdk-date|x-project-id|host)$/;

/** Finds what must not be shown in the headers of `signed`: the known credentials, and what `request` had not yet. */
export function secretsOf(signed: Request, request: Request): string[] {
  return [...signed.headers].flatMap(([name, value]) => {
    if (!CREDENTIAL.test(name) && (PUBLIC.test(name) || request.headers.get(name) === value)) return [];
    const credential = value.replace(/^[\w-]+ /, "");
    // Of a signature, the access key and the hash also stand alone in what the gateway echoes.
    return [credential, ...credential.split(/[ ,]+|Access=|SignedHeaders=\S+|Signature=/)];
  });
}

/** Secrets as they are, in a query and in JSON, the longest first. */
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

/** Replaces each secret, also one that is cut off, in a text that comes from elsewhere. */
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

/** Copies the failure below a lost connection: names, messages and codes as `show` has them, nothing else. */
export function maskCause(cause: unknown, show: (text: string) => string, depth = 4): Error | undefined {
  if (cause === undefined || depth === 0) return undefined;
  const { name = "Error", message = cause, stack = "", code = "", cause: below } = Object(cause);
  const text = (value: unknown) => (typeof value === "object" ? "" : show(String(value)));
  const root = maskCause(below, show, depth - 1);
  return Object.assign(new Error(text(message) || text(code), root && { cause: root }), {
    name: text(name),
    stack: text(stack),
    ...(code && { code: text(code) }),
  });
}
