import type { SigningKey } from "./signature.ts";

/** Creates a key that signs at once: Web Crypto of Node.js works in another thread, which takes longer to wake. */
export function createSigningKey(secretKey: string): SigningKey {
  // Not imported: to load it takes longer than to load this package, and tokens do not need it. A plain `process` would
  // make Parcel install a polyfill.
  const { createHash, createHmac, createSecretKey } = globalThis.process.getBuiltinModule("node:crypto");
  const key = createSecretKey(secretKey, "utf8");
  return {
    digest: (data) =>
      createHash("sha256")
        .update(typeof data === "string" ? data : new Uint8Array(data))
        .digest("hex"),
    sign: (text) => createHmac("sha256", key).update(text).digest("hex"),
  };
}
