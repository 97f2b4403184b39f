/** What repeated requests may cost the service while it fails. */
export interface Budget {
  /** Whether a retry is left. */
  allows(): boolean;
  /** Takes a retry out of the budget. */
  spend(): void;
  /** Gives back a tenth of a retry, because a request succeeded. */
  refund(): void;
}

/** What a retry costs, and what a success gives back: integers, because ten times 0.1 is less than 1. */
const COST = 10;
const REFUND = 1;
/** Milliseconds in which time alone gives back a retry: two hours, so that rare callers are not left without any. */
const REFILL_TIME = 2 * 3_600_000;

function createBudget(size: number): Budget {
  let left = size * COST;
  let updatedAt = performance.now();
  const add = (amount: number) => {
    const now = performance.now();
    left = Math.min(size * COST, left + amount + ((now - updatedAt) / REFILL_TIME) * COST);
    updatedAt = now;
  };
  return {
    allows() {
      add(0);
      return left >= COST;
    },
    spend: () => add(-COST),
    refund: () => add(REFUND),
  };
}

const shared = new WeakMap<object, Map<string, Budget>>();

/**
 * Returns the function that finds the budget for a URL. Clients of a process share it when they send to the same origin
 * in the same way: a service that creates a client for each call must not have a new budget each time.
 */
export function createBudgets(size: number, fetch: object = createBudgets): (url: string) => Budget {
  const budgets = shared.get(fetch) ?? new Map<string, Budget>();
  shared.set(fetch, budgets);
  return (url) => {
    const key = `${size} ${new URL(url).origin}`;
    const budget = budgets.get(key) ?? createBudget(size);
    budgets.set(key, budget);
    return budget;
  };
}
