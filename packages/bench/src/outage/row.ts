// One row of the experiment. It runs in a worker, because virtual time replaces the timers of its whole thread.
import { type Callers, type LoadFigures, measureLoad, summarize, TIMES } from "./experiment.ts";
import { aws, azure, openai } from "./policies/modelled.ts";
import { ours, withoutBudget } from "./policies/ours.ts";
import { troubles } from "./service.ts";

const policies = { ours, withoutBudget, aws, azure, openai };

/** Seconds of a bin of the series that the plots show. */
export const BIN = 5;

/** Clients with a policy that call a service in trouble; names instead of functions, for a worker. */
export interface Row extends Callers {
  readonly trouble: (typeof troubles)[number]["name"];
  readonly policy: keyof typeof policies;
}

/** What is measured of a row. */
export interface RowFigures extends LoadFigures {
  readonly policy: string;
  /** Requests per second in each bin, as multiples of the load without trouble. */
  readonly series: readonly number[];
}

function toSeries(requests: readonly number[], { clients, period }: Callers): number[] {
  const bins: number[] = [];
  for (let second = 0; second < TIMES.stop; second += BIN) {
    const counts = Array.from({ length: BIN }, (_, offset) => requests[second + offset] ?? 0);
    const mean = counts.reduce((total, count) => total + count, 0) / BIN;
    bins.push(Number(((mean * period) / clients).toFixed(3)));
  }
  return bins;
}

export async function measureRow(row: Row): Promise<RowFigures> {
  const policy = policies[row.policy];
  const trouble = troubles.find(({ name }) => name === row.trouble);
  if (!trouble) throw new Error(`There is no trouble named ${row.trouble}.`);
  const load = await measureLoad(policy, trouble, row);
  return { policy: policy.name, ...summarize(load, row), series: toSeries(load.requests, row) };
}
