/** A day's leeway: a day names its beginning in UTC, and somewhere it has begun already. */
const leewayMillis = 24 * 60 * 60 * 1_000;

/** When a consent was given, never later than now; undefined beyond the leeway: it would outweigh an opt-out given before then. */
export function pastMoment(at: Date | undefined, now: Date): Date | undefined {
  if (!at || at.getTime() > now.getTime() + leewayMillis) return undefined;
  return at > now ? now : at;
}
