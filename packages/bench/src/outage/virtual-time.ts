/** Time that passes only when it is told to, for every timer and clock of this process. */
export interface VirtualTime {
  /** Milliseconds since the start. */
  now(): number;
  /** Lets time pass until `end`, and runs what is due. */
  advance(end: number): Promise<void>;
}

interface Timer {
  readonly due: number;
  readonly run: () => void;
  isCleared: boolean;
}

/** Milliseconds of a step: timers fire at its end, so that those of many clients fire together. */
const STEP = 10;

/** Lets promises settle. What runs between two steps needs no timer and no real input or output. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Random numbers that are the same in each run (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Replaces timers, clocks and random numbers of this process while `run` runs. */
export async function withVirtualTime<T>(run: (time: VirtualTime) => Promise<T>): Promise<T> {
  const real = { setTimeout, clearTimeout, now: Date.now, random: Math.random, clock: performance.now };
  const timers = new Map<number, Timer[]>();
  let now = 0;
  Object.assign(globalThis, {
    setTimeout(callback: (...args: unknown[]) => void, delay = 0, ...args: unknown[]): Timer {
      const due = Math.max(Math.ceil((now + delay) / STEP) * STEP, now + STEP);
      const timer: Timer = { due, run: () => callback(...args), isCleared: false };
      const others = timers.get(due);
      if (others) others.push(timer);
      else timers.set(due, [timer]);
      return timer;
    },
    clearTimeout(timer: Timer | undefined): void {
      if (timer) timer.isCleared = true;
    },
  });
  Date.now = () => Date.UTC(2026, 0, 1) + now;
  performance.now = () => now;
  Math.random = createRandom(1);
  try {
    return await run({
      now: () => now,
      async advance(end) {
        while (now < end) {
          now += STEP;
          const due = timers.get(now);
          if (!due) continue;
          timers.delete(now);
          for (const { isCleared, run } of due) if (!isCleared) run();
          await settle();
        }
      },
    });
  } finally {
    Object.assign(globalThis, { setTimeout: real.setTimeout, clearTimeout: real.clearTimeout });
    Date.now = real.now;
    performance.now = real.clock;
    Math.random = real.random;
  }
}
