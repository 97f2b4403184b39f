/** Compares by code unit, not by locale, so that every machine agrees. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
