import { unsafeAcrossWorkspacesAuditAccount } from "@/db/queries/system/account-audit";
import { deleteAddedIdentities, raiseSessionEpoch } from "@/db/queries/system/accounts";
import type { UserIdentity } from "@/db/queries/system/identity";
import { findPasswordResetUser, takePasswordReset } from "@/db/queries/system/password-resets";
import { hashBearerSecret } from "@/lib/platform/auth/bearer-secret";
import { forgiveGuesses } from "@/lib/platform/auth/limit-guesses";
import { hashPassword } from "@/lib/platform/auth/password";
import type { VisitorContext } from "@/lib/platform/context/visitor-context";
import { conflict } from "@/lib/platform/errors";
import { assertGoodPassword } from "./assert-good-password";

/** Whose link this is; nothing when it was used, ran out, was replaced or never was one. */
export const findResetUser = (visitor: VisitorContext, secret: string): Promise<UserIdentity | undefined> =>
  findPasswordResetUser(visitor.system, hashBearerSecret(secret), visitor.now());

/** Ends every session and token, and every way in that was added to the account since it was made. */
export async function resetPassword(
  visitor: VisitorContext,
  { token, newPassword }: { token: string; newPassword: string },
): Promise<void> {
  const user = await findResetUser(visitor, token);
  if (!user) throw linkClosed();
  assertGoodPassword(newPassword, user.email, "new_password");
  const passwordHash = await hashPassword(newPassword);
  await visitor.system.transaction(async (tx) => {
    if (!(await takePasswordReset(tx, hashBearerSecret(token), visitor.now()))) throw linkClosed();
    await raiseSessionEpoch(tx, user.id, passwordHash);
    await deleteAddedIdentities(tx, user.id);
    await unsafeAcrossWorkspacesAuditAccount(tx, user, "user.password_reset", visitor.origin);
  });
  await forgiveGuesses(visitor.pool, user.email, visitor.origin.ip);
}

const linkClosed = () =>
  conflict("This link was used, has expired or was replaced by a newer one. Ask for a new one.", {
    reason: "reset_link_closed",
  });
