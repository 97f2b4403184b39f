import type { Policy } from "./policies/policy.ts";
import { createService, type Load, type Trouble } from "./service.ts";
import { withVirtualTime } from "./virtual-time.ts";

/** Seconds of an experiment. */
export const TIMES = { begin: 60, end: 360, stop: 540 } as const;

/** Programs that make calls independently of each other and of the responses. */
export interface Callers {
  readonly clients: number;
  /** Seconds between two calls of a program. */
  readonly period: number;
  /** Whether each call is made by a program of its own, which starts and ends with it. */
  readonly isShortLived?: boolean;
}

/** Lets programs call a service that has trouble, and returns what arrived there. */
export function measureLoad(policy: Policy, trouble: Trouble, callers: Callers): Promise<Load> {
  const { clients, period, isShortLived = false } = callers;
  return withVirtualTime(async (time) => {
    const { fetch, ...load } = createService(trouble, { ...TIMES, normal: clients / period });
    for (let client = 0; client < clients; client++) {
      let call = policy.start(fetch);
      const callAgain = () => {
        if (isShortLived) call = policy.start(fetch);
        // What a failed call reports is not the subject; what it sends is counted by the service.
        call().catch(() => {});
        setTimeout(callAgain, period * 1000);
      };
      setTimeout(callAgain, (client / clients) * period * 1000);
    }
    await time.advance(TIMES.stop * 1000);
    return load;
  });
}

/** Sum of the values of the seconds from `from` to before `to`. */
function sum(values: readonly number[], from: number, to: number): number {
  let total = 0;
  for (let second = from; second < to; second++) total += values[second] ?? 0;
  return total;
}

/** Load on the service as multiples of the load without trouble. */
export interface LoadFigures {
  /** In the first 30 seconds of the trouble. */
  readonly first: number;
  /** In the whole trouble. */
  readonly during: number;
  /** In the 30 seconds after it. */
  readonly after: number;
  /** In the worst second of all. */
  readonly peak: number;
  /** Requests for a token in the whole trouble. */
  readonly signIns: number;
}

/** Compares the load during and after the trouble with the normal one. */
export function summarize({ requests, signIns }: Load, { clients, period }: Callers): LoadFigures {
  const { begin, end } = TIMES;
  const normal = clients / period;
  const share = (from: number, to: number) => sum(requests, from, to) / (to - from) / normal;
  return {
    first: share(begin, begin + 30),
    during: share(begin, end),
    after: share(end, end + 30),
    // Seconds without a request are holes.
    peak: Math.max(...Array.from(requests.slice(begin), (count = 0) => count)) / normal,
    signIns: sum(signIns, begin, end),
  };
}
