/**
 * Fails a behaviour unless something holds. `node:assert` is not everywhere.
 *
 * @param {unknown} condition
 * @param {string} message
 * @returns {asserts condition}
 */
export function expect(condition, message) {
  if (!condition) throw new Error(message);
}

/**
 * Expects a promise to reject, and gives the error.
 *
 * @param {Promise<unknown>} promise
 */
export function expectRejection(promise) {
  return promise.then(
    () => {
      throw new Error("It did not fail.");
    },
    (error) => error,
  );
}
