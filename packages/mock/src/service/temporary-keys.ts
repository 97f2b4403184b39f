import { randomId } from "../requests/received-request.ts";
import { MockUsageError } from "../usage/mock-usage-error.ts";

/** Secrets of a temporary access key, which is valid only together with its security token. */
export interface TemporaryKey {
  /** Secret key that signs the requests. */
  secretKey: string;
  /** Expected in the header `X-Security-Token`, which must be signed. */
  securityToken: string;
}

/** A temporary access key that the mock has issued, and accepts until it expires. */
export interface IssuedKey extends TemporaryKey {
  /** Access key. */
  accessKey: string;
  /** When it expires by the clock of the mock. */
  expiresAt: Date;
}

/** The temporary access keys that were issued; at most the latest 10 000. */
export interface TemporaryKeys {
  issue(seconds: number, time: number): IssuedKey;
  /** Returns an issued key, even if it has expired. */
  find(accessKey: string): IssuedKey | undefined;
}

const maxKeys = 10_000;

/** Creates temporary keys. A `lifetime` in seconds replaces what the requests ask for. */
export function createTemporaryKeys(lifetime: number | undefined): TemporaryKeys {
  const keys = new Map<string, IssuedKey>();
  const check = (seconds: number) => {
    // A year; the service has at most a day.
    if (seconds > 0 && seconds <= 31_536_000) return seconds;
    throw new MockUsageError(`A key must live for more than 0 and at most 31536000 seconds, not ${seconds}.`);
  };
  if (lifetime !== undefined) check(lifetime);
  return {
    issue(seconds, time) {
      const key = {
        // Like those of the service: 20 characters.
        accessKey: `HST${randomId().slice(0, 17).toUpperCase()}`,
        secretKey: randomId(),
        securityToken: `${randomId()}${randomId()}`,
        expiresAt: new Date(time + check(lifetime ?? seconds) * 1000),
      };
      keys.set(key.accessKey, key);
      const [oldest = ""] = keys.keys();
      if (keys.size > maxKeys) keys.delete(oldest);
      return key;
    },
    find: (accessKey) => keys.get(accessKey),
  };
}
