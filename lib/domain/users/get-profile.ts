import { findAccount, type UserRow } from "@/db/queries/system/accounts";
import type { UserIdentity } from "@/db/queries/system/identity";
import type { VisitorContext } from "@/lib/platform/context/visitor-context";
import { unauthenticated } from "@/lib/platform/errors";

export type Profile = UserIdentity & { hasPassword: boolean; createdAt: Date };

export async function getProfile(visitor: VisitorContext, user: UserIdentity): Promise<Profile> {
  const account = await findAccount(visitor.system, user.id);
  if (!account) throw unauthenticated();
  return toProfile(account);
}

export const toProfile = (account: UserRow): Profile => ({
  id: account.id,
  name: account.name,
  email: account.email,
  locale: account.locale,
  timeZone: account.timeZone,
  sessionEpoch: account.sessionEpoch,
  hasPassword: account.passwordHash !== null,
  createdAt: account.createdAt,
});
