/** The most that a measured value may be. */
export interface Budget {
  readonly most: number;
  readonly unit: string;
  /** What is measured. */
  readonly of: string;
}

/**
 * Prints each value beside its budget, and lets the program fail when one is exceeded; `file` has the budgets, `before`
 * the values of the latest recorded run, if there is one.
 */
export function checkBudgets<Name extends string>(
  budgets: Readonly<Record<Name, Budget>>,
  values: Readonly<Record<Name, number>>,
  file: string,
  before: Readonly<Record<string, number>> = {},
): void {
  for (const [name, { most, unit, of }] of Object.entries(budgets) as [Name, Budget][]) {
    const value = values[name];
    const isKept = value <= most;
    const state = (isKept ? "ok" : "OVER").padEnd(4);
    const old = before[name]?.toFixed(2);
    const was = old ? `, ${old} before` : "";
    process.stdout.write(
      `${state}  ${name.padEnd(18)}  ${value.toFixed(2).padStart(6)} of at most ${most} ${unit}${was} (${of})\n`,
    );
    if (isKept) continue;
    process.stderr.write(
      `The budget "${name}" is exceeded: ${of}: ${value.toFixed(2)} instead of at most ${most} ${unit}${was}. ` +
        `Make it leaner, or change "${name}" in packages/bench/src/${file} and say why.\n`,
    );
    process.exitCode = 1;
  }
}
