const retryAfterMillisMax = 24 * 60 * 60 * 1000;

/** Reads `Retry-After` (seconds or an HTTP date) as milliseconds from `now`; undefined when absent or senseless. */
export function parseRetryAfterMillis(header: unknown, now: number): number | undefined {
  if (typeof header !== "string" || header.trim() === "") return undefined;
  const millis = /^\s*\d+\s*$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  if (Number.isNaN(millis)) return undefined;
  return Math.min(Math.max(millis, 0), retryAfterMillisMax);
}
