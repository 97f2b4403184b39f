/** Makes calls one after the other, and returns the microseconds a call took. */
export async function takeTurn(call: () => Promise<unknown>, calls: number): Promise<number> {
  const startedAt = performance.now();
  for (let done = 0; done < calls; done++) await call();
  return ((performance.now() - startedAt) * 1000) / calls;
}
