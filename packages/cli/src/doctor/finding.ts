/** What a check of the doctor found. */
export interface Finding {
  readonly level: "pass" | "warn" | "fail" | "skip";
  /** Name of the check. */
  readonly name: string;
  readonly text: string;
  /** What to do about it. */
  readonly remedy?: string | undefined;
  /** Exit status of a failed check. */
  readonly status?: number;
}
