import { withAccessKey, withDefaults, withWebCrypto } from "./ours.ts";
import { measureOverhead } from "./overhead.ts";
import type { Effort } from "./rounds.ts";

/** What signing costs, in microseconds a call. */
export interface SigningTimes {
  /** What `accessKeyAuth` adds to `tokenAuth`: the difference of their best turns. */
  readonly added: number;
  /** What Web Crypto alone adds in the same place: one SHA-256 and one HMAC, as each signature needs them. */
  readonly webCrypto: number;
}

/**
 * Measures signing, and Web Crypto alone. Web Crypto works in another thread, whose wake-up on a busy machine takes
 * longer than the work; noise is only ever added, so the best turns are compared.
 */
export async function measureSigning(folder: string, effort: Effort): Promise<SigningTimes> {
  const times = await measureOverhead([withDefaults, withWebCrypto, withAccessKey], folder, effort);
  const best = ({ name }: { readonly name: string }) => Math.min(...(times.get(name) ?? []));
  return {
    added: best(withAccessKey) - best(withDefaults),
    webCrypto: best(withWebCrypto) - best(withDefaults),
  };
}
