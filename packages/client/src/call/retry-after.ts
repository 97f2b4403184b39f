const SECONDS: Readonly<Record<string, number>> = { second: 1, minute: 60, hour: 3600, day: 86_400 };

/** Three centuries in seconds. A number may have any count of digits, and a huge one must be neither ignored nor infinite. */
const LONGEST = 1e10;

/**
 * Returns the seconds to wait before another attempt: `Retry-After` as a number of seconds or as an HTTP date (0 if it
 * has passed), else the time in the message of a gateway that throttles (APIG.0308: `...,limit:200,time:1 second`).
 * The date is compared with that of the response, so that the clock of this machine does not matter.
 */
export function readRetryAfter(headers: Headers, message = "", now = Date.now()): number | undefined {
  const value = headers.get("Retry-After") ?? "";
  if (/^\d+(\.\d+)?$/.test(value)) return Math.min(Number(value), LONGEST);
  // Only with a letter in front: Date.parse takes "1e3" and "-5" for years.
  const until = Date.parse(/^[A-Z][a-z]+, /.test(value) ? value : "");
  if (!Number.isNaN(until)) return Math.max(0, until - (Date.parse(headers.get("Date") ?? "") || now)) / 1000;
  const [, count, unit] = /ratelimit.{0,80}?time:(\d+) (second|minute|hour|day)/.exec(message) ?? [];
  return unit ? Math.min(Number(count) * (SECONDS[unit] ?? 1), LONGEST) : undefined;
}
