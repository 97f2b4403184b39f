import { vi } from "vitest";

/**
 * Time that passes only when nothing else happens: it jumps to the next moment that somebody sleeps for. So a simulation of hours takes a moment, and is the same on a slow machine.
 */
export function createVirtualTime() {
  const sleepers: { readonly at: number; readonly wake: () => void }[] = [];
  const turn = () => new Promise((resolve) => setImmediate(resolve));

  return {
    sleep: (time: number) =>
      new Promise<void>((wake) => {
        sleepers.push({ at: Date.now() + time, wake });
      }),
    /** Lets time pass until the work has ended. */
    async during<T>(work: Promise<T>): Promise<T> {
      let isDone = false;
      const end = work.finally(() => {
        isDone = true;
      });
      while (!isDone) {
        for (let turns = 0; turns < 3; turns++) await turn();
        sleepers.sort((a, b) => a.at - b.at);
        const next = sleepers.shift();
        if (!next) continue;
        vi.setSystemTime(Math.max(next.at, Date.now()));
        next.wake();
      }
      return end;
    },
  };
}
