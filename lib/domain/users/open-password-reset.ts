import { findUserByEmail } from "@/db/queries/system/accounts";
import type { UserIdentity } from "@/db/queries/system/identity";
import { replacePasswordReset } from "@/db/queries/system/password-resets";
import type { SystemScope } from "@/db/scope";
import { sendAccountMail } from "@/lib/domain/providers/transport/account-mail";
import { hashBearerSecret, newBearerSecret } from "@/lib/platform/auth/bearer-secret";
import { publicUrl } from "@/lib/platform/env";
import { toInterfaceLocale } from "./interface-locale";
import { resetExpiry, resetLetter, resetLink } from "./password-reset";

/** A new link, which is kept nowhere: whoever gets it may change the password. */
export async function openPasswordReset(
  system: SystemScope,
  user: UserIdentity,
  { now, publicOrigin }: { now: Date; publicOrigin: string },
): Promise<string> {
  const secret = newBearerSecret("reset");
  await replacePasswordReset(system, {
    userId: user.id,
    tokenHash: hashBearerSecret(secret),
    sessionEpoch: user.sessionEpoch,
    expiresAt: resetExpiry(now),
  });
  return resetLink(publicOrigin, secret);
}

/** Nothing for an address that nobody has. */
export async function mailPasswordReset(system: SystemScope, email: string, now: Date): Promise<void> {
  const user = await findUserByEmail(system, email);
  if (!user) return;
  // Never the host that the request named: a stranger could lead the owner of the account anywhere.
  const url = await openPasswordReset(system, user, { now, publicOrigin: publicUrl() });
  await sendAccountMail({ to: user.email, ...resetLetter(toInterfaceLocale(user.locale), url) });
}
