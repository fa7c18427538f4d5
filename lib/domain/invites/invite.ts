export const inviteDays = 7;
export const inviteEmailsMax = 50;

export const inviteStatuses = ["invited", "accepted", "expired", "revoked"] as const;

export type InviteStatus = (typeof inviteStatuses)[number];

/**
 * What became of the e-mail with the link. `sandbox`: it lies in the sandbox inbox and left this machine for nobody;
 * `hand_over`: the installation has no mail server of its own. In each case but `sent` the link wants handing over.
 */
export const inviteMailStatuses = ["sent", "sandbox", "failed", "hand_over"] as const;

export type InviteMail = {
  status: (typeof inviteMailStatuses)[number];
  /** What the mail server said, where it did not take the mail. */
  detail: string | null;
};

type Times = { acceptedAt: Date | null; revokedAt: Date | null; expiresAt: Date };

export function inviteStatusOf(invite: Times, now: Date): InviteStatus {
  if (invite.acceptedAt) return "accepted";
  if (invite.revokedAt) return "revoked";
  return invite.expiresAt <= now ? "expired" : "invited";
}

export const inviteExpiry = (now: Date): Date => new Date(now.getTime() + inviteDays * 24 * 60 * 60 * 1000);

export const inviteLink = (publicOrigin: string, secret: string): string =>
  `${publicOrigin}/invites/${secret}`;
