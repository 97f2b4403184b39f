import { ExitStatus } from "./exit-status.ts";
import type { Finding } from "./finding.ts";

/** Beyond this difference the gateway refuses what is signed with an access key. */
const MOST_SECONDS = 15 * 60;

/** Compares the clock of this machine with the `Date` of an answer; `now` is in milliseconds since 1970. */
export function checkClock(date: string | null | undefined, now: number): Finding {
  const name = "clock";
  const theirs = Date.parse(date ?? "");
  if (Number.isNaN(theirs)) return { level: "skip", name, text: "no answer with a date to compare with" };
  const seconds = Math.round((now - theirs) / 1000);
  if (Math.abs(seconds) <= 60) return { level: "pass", name, text: "differs by less than a minute" };
  const text = `${Math.abs(seconds)} seconds ${seconds > 0 ? "ahead of" : "behind"} the service`;
  const remedy =
    "Set the clock of this machine, best by NTP: requests signed with an access key are refused beyond 15 minutes.";
  if (Math.abs(seconds) < MOST_SECONDS) return { level: "warn", name, text, remedy };
  return { level: "fail", name, text, remedy, status: ExitStatus.failed };
}
