import { findUserByEmail } from "@/db/queries/system/accounts";
import type { UserIdentity } from "@/db/queries/system/identity";
import { forgiveGuesses, limitGuesses } from "@/lib/platform/auth/limit-guesses";
import { isPassword, wastePasswordCheck } from "@/lib/platform/auth/password";
import type { VisitorContext } from "@/lib/platform/context/visitor-context";
import { unauthenticated } from "@/lib/platform/errors";
import { foldEmail, passwordCharsMax } from "./user";

/** The person an e-mail address and a password belong to. An unknown address is answered as slowly and as vaguely. */
export async function verifyCredentials(
  visitor: VisitorContext,
  input: { email: string; password: string },
): Promise<UserIdentity> {
  const email = foldEmail(input.email);
  await limitGuesses(visitor.pool, email, visitor.origin.ip);
  const password = input.password.slice(0, passwordCharsMax + 1);
  const user = await findUserByEmail(visitor.system, email);
  const isRight = user?.passwordHash
    ? await isPassword(password, user.passwordHash)
    : await wastePasswordCheck(password);
  if (!user || !isRight) {
    throw unauthenticated("The e-mail address or the password is not right.", {
      reason: "wrong_credentials",
    });
  }
  await forgiveGuesses(visitor.pool, email, visitor.origin.ip);
  return user;
}
