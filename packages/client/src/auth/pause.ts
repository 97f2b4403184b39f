/** Milliseconds between two renewals of rejected tokens. It doubles as long as each new token is rejected, too. */
const SHORTEST = 60_000;
const LONGEST = 15 * 60_000;

/** Limits how often a rejected token is renewed: while the service rejects valid ones, renewals only add to its load. */
export function createPause(): {
  /** Returns whether the token may be renewed now, and if so, begins the pause until the next time. */
  begin(): boolean;
} {
  let startedAt = Number.NEGATIVE_INFINITY;
  let length = SHORTEST;
  return {
    begin() {
      const elapsed = performance.now() - startedAt;
      if (elapsed < length) return false;
      length = elapsed < 2 * length ? Math.min(2 * length, LONGEST) : SHORTEST;
      startedAt = performance.now();
      return true;
    },
  };
}
