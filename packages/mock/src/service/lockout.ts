/** Counts consecutive failures by name, and locks the name after too many. */
export interface Lockout {
  isLocked(name: string): boolean;
  /** Counts an attempt; a success resets the count. */
  count(name: string, success: boolean): void;
}

/** Creates a lockout that starts with the `limit`-th consecutive failure and lasts `minutes` of the given clock. */
export function createLockout(limit: number, minutes: number, now: () => number): Lockout {
  const failures = new Map<string, number>();
  const ends = new Map<string, number>();
  return {
    isLocked: (name) => (ends.get(name) ?? 0) > now(),
    count(name, success) {
      const count = success ? 0 : (failures.get(name) ?? 0) + 1;
      failures.set(name, count % limit);
      if (count === limit) ends.set(name, now() + minutes * 60_000);
    },
  };
}
