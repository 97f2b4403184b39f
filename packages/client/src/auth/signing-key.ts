import type { SigningKey } from "./signature.ts";
import { createSigningKey as createNodeKey } from "./signing-key-node.ts";
import { createSigningKey as createWebKey } from "./signing-key-web.ts";

/** Creates a key that signs with node:crypto where the runtime has it, else with Web Crypto. */
export function createSigningKey(secretKey: string): SigningKey | Promise<SigningKey> {
  // A condition of the package would keep the first out of bundles for browsers, but Parcel does not resolve those.
  const hasNodeCrypto = Boolean(globalThis.process?.getBuiltinModule?.("node:crypto")?.hash);
  return hasNodeCrypto ? createNodeKey(secretKey) : createWebKey(secretKey);
}
