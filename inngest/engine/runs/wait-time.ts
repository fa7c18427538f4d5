/** A wait counted from the database's now, or an instant. */
export type WaitTime = { millis: number } | { until: Date };

const unitMillis: Record<string, number> = {
  w: 604_800_000,
  d: 86_400_000,
  h: 3_600_000,
  m: 60_000,
  s: 1_000,
};
const retryAfterMillisMin = 1_000;
const retryAfterMillisMax = 86_400_000;

/** Reads the SDK's `1d2h30m`; `undefined` when it is something else. The empty text is no wait. */
export function parseDuration(text: string): number | undefined {
  const parts = [...text.matchAll(/(\d+)([wdhms])/g)];
  if (parts.map(([part]) => part).join("") !== text) return undefined;
  return parts.reduce((sum, [, count, unit]) => sum + Number(count) * (unitMillis[unit ?? ""] ?? 0), 0);
}

/** Reads a duration or an ISO date. */
export function parseSleep(text: string): WaitTime {
  const millis = parseDuration(text);
  if (millis !== undefined) return { millis };
  const until = new Date(text);
  if (Number.isNaN(until.getTime())) throw new Error(`"${text}" is neither a duration nor a date.`);
  return { until };
}

/** Reads `Retry-After` (seconds or a date), kept between a second and a day; `undefined` when it says nothing. */
export function parseRetryAfter(text: string | undefined, now: Date): { millis: number } | undefined {
  if (!text) return undefined;
  const seconds = Number(text);
  const millis = Number.isNaN(seconds) ? new Date(text).getTime() - now.getTime() : seconds * 1_000;
  if (Number.isNaN(millis)) return undefined;
  return { millis: Math.min(Math.max(millis, retryAfterMillisMin), retryAfterMillisMax) };
}

/** Wait before the next try; `attempt` counts from 0 and is the one that just failed. */
export function retryDelayMillis(
  attempt: number,
  schedule: { retryDelaysMillis: readonly number[]; retryJitterMillis: number },
  random: () => number = Math.random,
): number {
  const delays = schedule.retryDelaysMillis;
  const base = delays[Math.min(attempt, delays.length - 1)] ?? 0;
  return Math.round(base + random() * schedule.retryJitterMillis);
}
