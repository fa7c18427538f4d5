import type { Account, Profile } from "next-auth";
import type { UserIdentity } from "@/db/queries/system/identity";
import { joinThroughProvider } from "@/lib/domain/users/join-through-provider";
import { readClaims } from "@/lib/platform/auth/identity-token";
import { chosenPreferences } from "@/lib/platform/context/chosen-preferences";
import type { VisitorContext } from "@/lib/platform/context/visitor-context";
import { isAppError } from "@/lib/platform/errors";

type Arrival = {
  visitor: VisitorContext;
  account: Account;
  profile: Profile | undefined;
  signedIn: UserIdentity | undefined;
};

/** Lets somebody in whom Google or Apple vouches for, or names the reason on the sign-in page. */
export async function joinWithProfile(arrival: Arrival): Promise<true | string> {
  const { visitor, account, profile, signedIn } = arrival;
  try {
    const { subject, email, isEmailVerified, name } = readClaims(profile);
    const identity = {
      provider: account.provider,
      providerAccountId: subject,
      email,
      isEmailVerified,
      name,
      ...(await chosenPreferences()),
    };
    await joinThroughProvider(visitor, identity, signedIn?.id);
    return true;
  } catch (error) {
    if (isAppError(error)) return `/sign-in?error=${error.details.reason ?? error.code}`;
    throw error;
  }
}
