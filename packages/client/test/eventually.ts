import { vi } from "vitest";

/** Waits until the check passes, or long enough to know that it never will. */
export function eventually(check: () => unknown): Promise<void> {
  return vi.waitFor(async () => void (await check()), { timeout: 60_000, interval: 5 });
}
