const RETRY_AFTER_MS_MAX = 24 * 60 * 60 * 1000;

/** Reads `Retry-After` (seconds or an HTTP date) as milliseconds from `now`; undefined when absent or senseless. */
export function parseRetryAfterMs(header: unknown, now: number): number | undefined {
  if (typeof header !== "string" || header.trim() === "") return undefined;
  const ms = /^\s*\d+\s*$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  if (Number.isNaN(ms)) return undefined;
  return Math.min(Math.max(ms, 0), RETRY_AFTER_MS_MAX);
}
