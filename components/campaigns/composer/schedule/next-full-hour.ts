const hourMillis = 3_600_000;

/** At least an hour away. */
export const nextFullHour = (now: Date): Date =>
  new Date(Math.ceil(now.getTime() / hourMillis + 1) * hourMillis);
