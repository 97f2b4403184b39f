import { hex } from "./encoding.ts";
import type { SigningKey } from "./signature.ts";

/** Creates a key that signs with Web Crypto. */
export async function createSigningKey(secretKey: string): Promise<SigningKey> {
  const { subtle } = crypto;
  const encoder = new TextEncoder();
  const bytesOf = (data: ArrayBuffer | string) => (typeof data === "string" ? encoder.encode(data) : data);
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await subtle.importKey("raw", encoder.encode(secretKey), algorithm, false, ["sign"]);
  return {
    digest: async (data) => hex(new Uint8Array(await subtle.digest("SHA-256", bytesOf(data)))),
    sign: async (text) => hex(new Uint8Array(await subtle.sign(algorithm, key, encoder.encode(text)))),
  };
}
