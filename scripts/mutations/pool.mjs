// Tries mutations in copies of the repository, several at a time.
import { copyRepository } from "../rows/copy.mjs";
import { everyCheck } from "./checks.mjs";
import { runChecks, tryMutation } from "./trial.mjs";

/** @param {number} size Number of copies. */
export function createPool(size) {
  const copies = Array.from({ length: size }, copyRepository);
  // At the exit, because a failed stage ends the process.
  process.on("exit", () => copies.map((copy) => copy.remove()));
  process.env["NODE_COMPILE_CACHE"] = `${copies[0]?.folder}/.compiled`;
  process.env["REDOCLY_SUPPRESS_UPDATE_NOTICE"] = "true";

  /** Gives each item to the next free copy. @template T @param {Iterable<T>} items @param {(folder: string, item: T) => Promise<void>} work */
  async function share(items, work) {
    const waiting = items[Symbol.iterator]();
    await Promise.all(
      copies.map(async ({ folder }) => {
        for (const item of { [Symbol.iterator]: () => waiting }) await work(folder, item);
      }),
    );
  }
  return {
    /** Rejects unless unchanged copies pass every check. Otherwise a check could fail whatever is changed. */
    runEveryCheck: () => share(everyCheck, (folder, check) => runChecks(folder, [check])),
    /** @param {readonly import("./mutations.mjs").Mutation[]} mutations @param {ReturnType<typeof import("./results.mjs").openResults>} results */
    tryAll: (mutations, results) =>
      share(mutations, async (folder, mutation) => {
        const { id, kind } = mutation;
        const check = await tryMutation(folder, mutation);
        results.add({ id, kind, ...(check && { check }) });
        console.log(`  ${check ? `noticed by ${check}` : "NOT NOTICED"}: ${id}`);
      }),
  };
}
