/** Where a membership stands: it lasts, ends within `soonDays`, is over, or has no end. */
export const membershipExpiries = ["live", "soon", "over", "never"] as const;

export type MembershipExpiry = (typeof membershipExpiries)[number];

const soonDays = 30;

const dayMillis = 86_400_000;

export const soonAfter = (now: Date): Date => new Date(now.getTime() + soonDays * dayMillis);

export function expiryOf(expiresAt: Date | null, now: Date): MembershipExpiry {
  if (!expiresAt) return "never";
  if (expiresAt <= now) return "over";
  return expiresAt <= soonAfter(now) ? "soon" : "live";
}
