import { ExitStatus } from "../process/exit-status.ts";
import type { Finding } from "./finding.ts";

/** Largest difference at which the gateway accepts a request signed with an access key (api-sign-algorithm-001). */
const MAXIMUM_SECONDS = 15 * 60;

/** Compares the clock of this machine with the `Date` of a response; `now` is in milliseconds since 1970. */
export function checkClock(date: string | null | undefined, now: number): Finding {
  const name = "clock";
  const serverTime = Date.parse(date ?? "");
  if (Number.isNaN(serverTime)) return { level: "skip", name, text: "no response to compare with" };
  const seconds = Math.round((now - serverTime) / 1000);
  if (Math.abs(seconds) <= 60)
    return { level: "pass", name, text: "differs from the service by less than a minute" };
  const text = `${Math.abs(seconds)} seconds ${seconds > 0 ? "ahead of" : "behind"} the service`;
  const remedy =
    "Synchronize the clock of this machine. The service rejects requests signed with an access key if the clock is more than 15 minutes off.";
  if (Math.abs(seconds) < MAXIMUM_SECONDS) return { level: "warn", name, text, remedy };
  return { level: "fail", name, text, remedy, status: ExitStatus.failure };
}
