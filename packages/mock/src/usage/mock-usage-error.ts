/** Thrown when the mock is used incorrectly; the message says what is wrong and what is allowed. */
export class MockUsageError extends Error {
  override readonly name = "MockUsageError";
}
