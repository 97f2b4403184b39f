/** Counts failures in a row and locks whom they belong to. */
export interface Lockout {
  locked(name: string): boolean;
  /** Notes how an attempt ended; a success starts the count anew. */
  note(name: string, success: boolean): void;
}

/** Creates a lockout that begins with the `limit`-th failure in a row and lasts `minutes` of the given clock. */
export function createLockout(limit: number, minutes: number, now: () => number): Lockout {
  const failures = new Map<string, number>();
  const ends = new Map<string, number>();
  return {
    locked: (name) => (ends.get(name) ?? 0) > now(),
    note(name, success) {
      const count = success ? 0 : (failures.get(name) ?? 0) + 1;
      failures.set(name, count % limit);
      if (count === limit) ends.set(name, now() + minutes * 60_000);
    },
  };
}
