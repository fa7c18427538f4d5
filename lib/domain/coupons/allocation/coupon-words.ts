/** Under `coupon` in every text. */
export type CouponVariables = { code: string; offer: string; expires_at: string; url: string };

/** The last day on which it can be used, in the words of a language; empty when there is none. */
export function lastDayIn(
  language: string,
  { endsAt, timeZone }: { endsAt: Date | null; timeZone: string },
): string {
  if (!endsAt) return "";
  return new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone }).format(endsAt.getTime() - 1);
}

/** Of tests and previews: found nowhere, and given to nobody. */
export const sandboxCode = "TEST-0000-0000";
