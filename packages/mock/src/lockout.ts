/** Counts failures in a row and locks whom they belong to. */
export interface Lockout {
  locked(name: string): boolean;
  /** Notes how an attempt ended; a success starts the count anew. */
  note(name: string, success: boolean): void;
}

/** Creates a lockout that begins with the `limit`-th failure in a row and lasts `minutes` of the given clock. */
export function createLockout(limit: number, minutes: number, now: () => number): Lockout {
  const failures = new Map<string, { count: number; until: number }>();
  return {
    locked: (name) => (failures.get(name)?.until ?? 0) > now(),
    note(name, success) {
      const count = (failures.get(name)?.count ?? 0) + 1;
      if (success) failures.delete(name);
      else if (count < limit) failures.set(name, { count, until: 0 });
      else failures.set(name, { count: 0, until: now() + minutes * 60_000 });
    },
  };
}
