/** Says that the mock itself is used wrongly: the message names what is wrong and what is right. */
export class MockUsageError extends Error {
  override readonly name = "MockUsageError";
}
