import type { SigningKey } from "./signature.ts";

/** Creates a key that signs at once: Web Crypto of Node.js works in another thread, which takes longer to wake. */
export function createSigningKey(secretKey: string): SigningKey {
  // Not imported: to load it takes longer than to load this package, and tokens do not need it. A plain `process` would
  // make Parcel install a polyfill.
  const { createHmac, createSecretKey, hash } = globalThis.process.getBuiltinModule("node:crypto");
  const key = createSecretKey(secretKey, "utf8");
  return {
    digest: (data) => hash("sha256", typeof data === "string" ? data : new Uint8Array(data)),
    sign: (text) => createHmac("sha256", key).update(text).digest("hex"),
  };
}
