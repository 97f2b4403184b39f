import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createPause } from "../../src/auth/pause.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

test("doubles while it is used at once, up to 15 minutes, and is short again after twice its length", () => {
  const pause = createPause();
  const begins: number[] = [];
  for (let second = 0; second < 6000; second++) {
    if (pause.begin()) begins.push(second);
    vi.advanceTimersByTime(1000);
  }
  expect(begins).toEqual([0, 60, 180, 420, 900, 1800, 2700, 3600, 4500, 5400]);

  vi.advanceTimersByTime(1800_000 - 600_000);
  expect(pause.begin()).toBe(true);
  vi.advanceTimersByTime(60_000);
  expect(pause.begin()).toBe(true);
});
