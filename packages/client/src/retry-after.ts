const SECONDS: Readonly<Record<string, number>> = { second: 1, minute: 60, hour: 3600, day: 86_400 };

/**
 * Seconds to wait before another attempt: from `Retry-After` as a number of seconds or as an HTTP date (0 when it has
 * passed), else from the throttling text of the gateway (APIG.0308: `...,limit:200,time:1 second`), else undefined.
 * The date is compared with that of the answer, so that this machine's clock need not be right.
 */
export function readRetryAfter(headers: Headers, message = "", now = Date.now()): number | undefined {
  const value = headers.get("Retry-After") ?? "";
  if (/^\d{1,10}(\.\d+)?$/.test(value)) return Number(value);
  // Without a letter, Date.parse would take "1e3" or "-5" for years.
  const until = /^[A-Z][a-z]+, /.test(value) ? Date.parse(value) : Number.NaN;
  if (!Number.isNaN(until)) return Math.max(0, until - (Date.parse(headers.get("Date") ?? "") || now)) / 1000;
  const [, count, unit] = /ratelimit.{0,80}?time:(\d{1,9}) (second|minute|hour|day)/.exec(message) ?? [];
  return unit ? Number(count) * (SECONDS[unit] ?? 1) : undefined;
}
