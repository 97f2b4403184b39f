/** Counts consecutive failures of users or access keys, and locks them after too many. */
export interface Lockout<T> {
  isLocked(who: T, time: number): boolean;
  /** Counts an attempt; a success resets the count. */
  count(who: T, success: boolean, time: number): void;
}

/** Creates a lockout that starts with the `limit`-th consecutive failure and lasts `minutes`. */
export function createLockout<T>(limit: number, minutes: number): Lockout<T> {
  const failures = new Map<T, number>();
  const ends = new Map<T, number>();
  return {
    isLocked: (who, time) => (ends.get(who) ?? 0) > time,
    count(who, success, time) {
      const count = success ? 0 : (failures.get(who) ?? 0) + 1;
      failures.set(who, count % limit);
      if (count === limit) ends.set(who, time + minutes * 60_000);
    },
  };
}
