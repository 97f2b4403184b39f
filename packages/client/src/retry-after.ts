const SECONDS: Readonly<Record<string, number>> = { second: 1, minute: 60, hour: 3600, day: 86_400 };

/**
 * Seconds to wait before another attempt: from `Retry-After` as a number of seconds or as an HTTP date (0 when it has
 * passed), else from the throttling text of the gateway (APIG.0308: `...,limit:200,time:1 second`), else undefined.
 */
export function readRetryAfter(headers: Headers, message = "", now = Date.now()): number | undefined {
  const value = headers.get("Retry-After") ?? "";
  if (/^\d+(\.\d+)?$/.test(value)) return Number(value);
  // Without a letter, Date.parse would take "1e3" or "-5" for years.
  const date = /^[A-Za-z]{3}, /.test(value) ? Date.parse(value) : Number.NaN;
  if (!Number.isNaN(date)) return Math.max(0, (date - now) / 1000);
  const [, count, unit] = /ratelimit.*time:(\d+) (second|minute|hour|day)/.exec(message) ?? [];
  return count && unit ? Number(count) * (SECONDS[unit] ?? 1) : undefined;
}
