import { z } from "zod";

/** What an enrolment is about: the cart, the birthday, the absence, the coupon or the membership that began it. */
export const subjectSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("event") }),
  z.object({ kind: z.literal("cart"), cartId: z.string() }),
  z.object({ kind: z.literal("birthday"), monthDay: z.string() }),
  z.object({ kind: z.literal("inactive"), lastActiveAt: z.string() }),
  z.object({ kind: z.literal("coupon"), batchId: z.string(), seq: z.number() }),
  z.object({ kind: z.literal("membership"), expiresAt: z.string() }),
]);

export type Subject = z.infer<typeof subjectSchema>;

/** `MM-DD` of a date. */
export const monthDayOf = (day: string): string => day.slice(5, 10);

/** The day of a year on which a birthday is kept. */
export function birthdayIn(year: number, monthDay: string, leapDay: "feb_28" | "mar_1"): string {
  const isLeap = new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;
  const kept = monthDay === "02-29" && !isLeap ? (leapDay === "feb_28" ? "02-28" : "03-01") : monthDay;
  return `${year}-${kept}`;
}
