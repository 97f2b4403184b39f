import { describe, expect, test, vi } from "vitest";
import { share } from "../../src/async/share.ts";

interface Run {
  readonly signal: AbortSignal;
  readonly resolve: (value: string) => void;
  readonly reject: (error: Error) => void;
}

/** Work that the test settles. */
function createWork() {
  const runs: Run[] = [];
  const work = vi.fn(
    (signal: AbortSignal) =>
      new Promise<string>((resolve, reject) => {
        runs.push({ signal, resolve, reject });
      }),
  );
  return { work, runs };
}

const never = () => new AbortController().signal;

describe("share", () => {
  test("concurrent callers get the result of one run", async () => {
    const { work, runs } = createWork();
    const shared = share(work);
    const results = Promise.all([shared(never()), shared(never()), shared(never())]);
    runs[0]?.resolve("done");
    expect(await results).toEqual(["done", "done", "done"]);
    expect(work).toHaveBeenCalledOnce();
  });

  test("a caller after the end starts another run", async () => {
    const { work, runs } = createWork();
    const shared = share(work);
    const first = shared(never());
    runs[0]?.resolve("first");
    await first;
    const second = shared(never());
    runs[1]?.resolve("second");
    expect(await second).toBe("second");
  });

  test("a failure reaches every caller, and the next caller starts another run", async () => {
    const { work, runs } = createWork();
    const shared = share(work);
    const results = Promise.allSettled([shared(never()), shared(never())]);
    runs[0]?.reject(new Error("broken"));
    expect((await results).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    const next = shared(never());
    runs[1]?.resolve("done");
    expect(await next).toBe("done");
  });

  test("an abort rejects only its own caller, with its reason", async () => {
    const { work, runs } = createWork();
    const shared = share(work);
    const controller = new AbortController();
    const leaving = shared(controller.signal);
    const staying = shared(never());
    controller.abort("enough");
    await expect(leaving).rejects.toBe("enough");
    expect(runs[0]?.signal.aborted).toBe(false);
    runs[0]?.resolve("done");
    expect(await staying).toBe("done");
  });

  test("the abort of the last caller aborts the work, and the next caller starts another run", async () => {
    const { work, runs } = createWork();
    const shared = share(work);
    const controllers = [new AbortController(), new AbortController()];
    const leaving = Promise.allSettled(controllers.map(({ signal }) => shared(signal)));
    for (const controller of controllers) controller.abort();
    await leaving;
    expect(runs[0]?.signal.aborted).toBe(true);
    const next = shared(never());
    expect(work).toHaveBeenCalledTimes(2);
    runs[1]?.resolve("done");
    expect(await next).toBe("done");
  });

  test("a caller who joins while the only other caller leaves keeps the work alive", async () => {
    const { work, runs } = createWork();
    const shared = share(work);
    const controller = new AbortController();
    const leaving = shared(controller.signal).catch(() => {});
    controller.abort();
    const staying = shared(never());
    await leaving;
    expect(runs[0]?.signal.aborted).toBe(false);
    runs[0]?.resolve("done");
    expect(await staying).toBe("done");
  });

  test("a caller who joins as the work ends does not end the next run", async () => {
    const { work, runs } = createWork();
    const shared = share(work);
    const first = shared(never());
    const late = work.mock.results[0]?.value.then(() => shared(never()));
    runs[0]?.resolve("first");
    await first;
    const next = shared(never());
    expect(await late).toBe("first");
    const last = shared(never());
    expect(work).toHaveBeenCalledTimes(2);
    runs[1]?.resolve("second");
    expect(await Promise.all([next, last])).toEqual(["second", "second"]);
  });

  test("an aborted caller starts nothing", async () => {
    const { work } = createWork();
    await expect(share(work)(AbortSignal.abort("late"))).rejects.toBe("late");
    expect(work).not.toHaveBeenCalled();
  });

  test("work that fails after all callers have left causes no unhandled rejection", async () => {
    const { work, runs } = createWork();
    const controller = new AbortController();
    const leaving = share(work)(controller.signal).catch(() => {});
    controller.abort();
    await leaving;
    runs[0]?.reject(new Error("aborted"));
    await new Promise((resolve) => setImmediate(resolve)); // Vitest fails the run for an unhandled rejection.
  });
});
