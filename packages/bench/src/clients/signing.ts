import { measureOverhead } from "./overhead.ts";
import { withAccessKey, withDefaults, withWebCrypto } from "./peers/ours.ts";
import type { Effort } from "./rounds.ts";

/** The cost of signing, in microseconds per call. */
export interface SigningTimes {
  /** What `accessKeyAuth` adds to `tokenAuth`: the difference of their best turns. */
  readonly added: number;
  /** What Web Crypto alone adds: one SHA-256 and one HMAC, the least that a signature needs. */
  readonly webCrypto: number;
}

/**
 * Measures signing and Web Crypto alone. Web Crypto works in another thread, and on a busy machine waking that thread
 * takes longer than the work. Other work can only slow a turn down, so the best turns are compared.
 */
export async function measureSigning(folder: string, effort: Effort): Promise<SigningTimes> {
  const times = await measureOverhead([withDefaults, withWebCrypto, withAccessKey], folder, effort);
  const best = ({ name }: { readonly name: string }) => Math.min(...(times.get(name) ?? []));
  return {
    added: best(withAccessKey) - best(withDefaults),
    webCrypto: best(withWebCrypto) - best(withDefaults),
  };
}
