import { InputError } from "../errors/errors.ts";
import { checkSecret } from "./credential-check.ts";
import type { SigningKey } from "./signature.ts";
import { createSignatureGate, type SignatureGate } from "./signature-gate.ts";
import { createSigningKey } from "./signing-key.ts";

/** An access key of IAM, permanent or temporary. */
export interface AccessKeyAuthOptions {
  /** Access key ID, the AK. */
  readonly accessKey: string;
  /** Secret access key, the SK. It is never sent. */
  readonly secretKey: string;
  /** Security token of a temporary access key. */
  readonly securityToken?: string | undefined;
}

/** An access key from a provider. */
export interface ProvidedAccessKey extends AccessKeyAuthOptions {
  /** When the key expires. Absent: it is not kept, and the provider is asked for each attempt. */
  readonly expiresAt?: Date | undefined;
}

/** Returns an access key; `rejected` is the access key ID that the service has just rejected, if any. */
export type AccessKeyProvider = (request: {
  readonly rejected?: string;
  readonly signal: AbortSignal;
}) => ProvidedAccessKey | Promise<ProvidedAccessKey>;

/** A valid access key, and what its signatures have shown so far. */
export interface Signer {
  readonly accessKey: string;
  readonly securityToken: string | undefined;
  /** The secret key, imported once. */
  importKey(): Promise<SigningKey> | SigningKey;
  /** Returns whether the key is the same. */
  isOf(key: AccessKeyAuthOptions): boolean;
  /** Milliseconds since 1970. */
  expiresAt: number;
  /** The gate to the origin of a request. */
  gateOf(request: Request): SignatureGate;
}

function check(name: keyof AccessKeyAuthOptions, value: unknown): string {
  return checkSecret(name, value, /^[!-+--~]+$/, "an ASCII string without spaces, commas or line breaks");
}

/** @throws {InputError} when a part of the key is missing or invalid, or it has expired at `now`. */
export function createSigner(key: ProvidedAccessKey, now: number): Signer {
  const accessKey = check("accessKey", key.accessKey);
  const secretKey = check("secretKey", key.secretKey);
  const securityToken =
    key.securityToken === undefined ? undefined : check("securityToken", key.securityToken);
  const { expiresAt = new Date(8.64e15) } = key;
  const time = expiresAt instanceof Date ? expiresAt.getTime() : Number.NaN;
  if (Number.isNaN(time)) throw new InputError("expiresAt must be a valid Date", "expiresAt");
  if (time <= now) {
    const clock = new Date(now).toISOString();
    throw new InputError(
      `The access key expired at ${expiresAt.toISOString()}, and it is ${clock}. Check its source, and the clock of this machine`,
      "expiresAt",
    );
  }
  let imported: Promise<SigningKey> | SigningKey | undefined;
  const gates = new Map<string, SignatureGate>();
  return {
    accessKey,
    securityToken,
    expiresAt: time,
    importKey() {
      imported ??= createSigningKey(secretKey);
      return imported;
    },
    isOf: (other) =>
      accessKey === other.accessKey && secretKey === other.secretKey && securityToken === other.securityToken,
    gateOf({ url }) {
      const origin = url.slice(0, url.indexOf("/", "https://".length)); // Parsing it takes longer.
      const gate = gates.get(origin) ?? createSignatureGate();
      gates.set(origin, gate);
      return gate;
    },
  };
}
