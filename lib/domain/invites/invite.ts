export const inviteDays = 7;
export const inviteEmailsMax = 50;

export const inviteStatuses = ["invited", "accepted", "expired", "revoked"] as const;

export type InviteStatus = (typeof inviteStatuses)[number];

type Times = { acceptedAt: Date | null; revokedAt: Date | null; expiresAt: Date };

export function inviteStatusOf(invite: Times, now: Date): InviteStatus {
  if (invite.acceptedAt) return "accepted";
  if (invite.revokedAt) return "revoked";
  return invite.expiresAt <= now ? "expired" : "invited";
}

export const inviteExpiry = (now: Date): Date => new Date(now.getTime() + inviteDays * 24 * 60 * 60 * 1000);

export const inviteLink = (publicOrigin: string, secret: string): string =>
  `${publicOrigin}/invites/${secret}`;
