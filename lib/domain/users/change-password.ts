import { unsafeAcrossWorkspacesAuditAccount } from "@/db/queries/system/account-audit";
import { findAccount, raiseSessionEpoch } from "@/db/queries/system/accounts";
import type { UserIdentity } from "@/db/queries/system/identity";
import { limitGuesses } from "@/lib/platform/auth/limit-guesses";
import { hashPassword, isPassword } from "@/lib/platform/auth/password";
import type { VisitorContext } from "@/lib/platform/context/visitor-context";
import { invalidField, unauthenticated } from "@/lib/platform/errors";
import { assertGoodPassword } from "./assert-good-password";

type Input = { currentPassword?: string | undefined; newPassword: string };

/** Ends every other session and token. The person is given back with the epoch of their new session. */
export async function changePassword(
  visitor: VisitorContext,
  user: UserIdentity,
  input: Input,
): Promise<UserIdentity> {
  await limitGuesses(visitor.pool, user.email, visitor.origin.ip);
  assertGoodPassword(input.newPassword, user.email, "new_password");
  const account = await findAccount(visitor.system, user.id);
  if (!account) throw unauthenticated();
  if (account.passwordHash && !(await isPassword(input.currentPassword ?? "", account.passwordHash))) {
    throw invalidField("current_password", "This is not your current password.", "wrong_password");
  }
  const passwordHash = await hashPassword(input.newPassword);
  return endSessions(visitor, user, "user.password_changed", passwordHash);
}

/** Signs the person out everywhere; the caller gives this browser a new session. */
export async function endOtherSessions(visitor: VisitorContext, user: UserIdentity): Promise<UserIdentity> {
  return endSessions(visitor, user, "user.sessions_ended");
}

async function endSessions(
  visitor: VisitorContext,
  user: UserIdentity,
  action: string,
  passwordHash?: string,
) {
  return visitor.system.transaction(async (tx) => {
    const renewed = await raiseSessionEpoch(tx, user.id, passwordHash);
    if (!renewed) throw unauthenticated();
    await unsafeAcrossWorkspacesAuditAccount(tx, renewed, action, visitor.origin);
    return renewed;
  });
}
