/** Shorter values are not looked for: they occur in any text by chance. */
const SHORTEST_SECRET = 6;
const CREDENTIAL_HEADERS = ["X-Auth-Token", "X-Security-Token", "Authorization"];

/** Everything in the credential headers of a request that must not be shown. */
export function secretsOf({ headers }: Request): string[] {
  return CREDENTIAL_HEADERS.flatMap((name) => {
    const value = headers.get(name) ?? "";
    // The access key and the signature also stand alone in what the gateway echoes.
    return [
      value,
      ...(name === "Authorization" ? value.split(/[ ,]+|Access=|SignedHeaders=\S+|Signature=/) : []),
    ];
  }).filter((value) => value !== "SDK-HMAC-SHA256");
}

/** Replaces each secret in a text that comes from elsewhere. */
export function mask(text: string, secrets: readonly string[]): string {
  return secrets
    .filter((secret) => secret.length >= SHORTEST_SECRET)
    .reduce((masked, secret) => masked.replaceAll(secret, "***"), text);
}

/** Copies the failure below a lost connection: names, messages and codes, masked; nothing else that it may carry. */
export function maskCause(cause: unknown, secrets: readonly string[], depth = 4): unknown {
  if (!(cause instanceof Error)) return cause === undefined ? undefined : mask(String(cause), secrets);
  const copy = new Error(
    mask(cause.message, secrets),
    cause.cause && depth ? { cause: maskCause(cause.cause, secrets, depth - 1) } : {},
  );
  const { code } = cause as { code?: unknown };
  return Object.assign(copy, {
    name: cause.name,
    stack: mask(cause.stack ?? "", secrets),
    ...(typeof code === "string" ? { code } : {}),
  });
}
