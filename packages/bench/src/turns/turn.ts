/** Makes calls, one after the other or `atATime` in parallel, and returns the microseconds per call. */
export async function takeTurn(call: () => Promise<unknown>, calls: number, atATime = 1): Promise<number> {
  let left = calls;
  const work = async () => {
    while (left-- > 0) await call();
  };
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: atATime }, work));
  return ((performance.now() - startedAt) * 1000) / calls;
}
