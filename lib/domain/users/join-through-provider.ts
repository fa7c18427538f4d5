import { unsafeAcrossWorkspacesAuditAccount } from "@/db/queries/system/account-audit";
import {
  findUserByEmail,
  findUserOfIdentity,
  insertUser,
  insertUserIdentity,
  type UserRow,
} from "@/db/queries/system/accounts";
import { foundWorkspace } from "@/lib/domain/workspaces/found-workspace";
import type { VisitorContext } from "@/lib/platform/context/visitor-context";
import { conflict, forbidden } from "@/lib/platform/errors";
import { cutText } from "@/lib/platform/http/input/unstorable-text";
import { newId } from "@/lib/platform/ids";
import { emailAddress } from "./email-address";
import { foldEmail, personNameCharsMax } from "./user";

export type ProviderProfile = {
  provider: string;
  providerAccountId: string;
  email: string | undefined;
  isEmailVerified: boolean;
  name: string | undefined;
  locale: string;
  timeZone: string;
};

/**
 * The person Google or Apple vouches for. A known identity signs in; a signed-in person gains the identity, unless it
 * opens another account; a new address becomes an account with a workspace. An address that has an account already is not handed over: nobody
 * has shown that the account was made by the same person.
 */
export async function joinThroughProvider(
  visitor: VisitorContext,
  profile: ProviderProfile,
  signedInUserId?: string,
): Promise<UserRow | undefined> {
  const { provider, providerAccountId } = profile;
  const known = await findUserOfIdentity(visitor.system, provider, providerAccountId);
  if (known && signedInUserId && known.id !== signedInUserId) throw opensAnotherAccount();
  if (known) return known;
  return signedInUserId ? connect(visitor, profile, signedInUserId) : createAccount(visitor, profile);
}

/** Of two people who claim it at once it is the first one's. */
async function connect(
  visitor: VisitorContext,
  { provider, providerAccountId }: ProviderProfile,
  userId: string,
): Promise<UserRow | undefined> {
  return visitor.system.transaction(async (tx) => {
    const isNew = await insertUserIdentity(tx, { provider, providerAccountId, userId });
    const user = await findUserOfIdentity(tx, provider, providerAccountId);
    if (user && user.id !== userId) throw opensAnotherAccount();
    if (user && isNew)
      await unsafeAcrossWorkspacesAuditAccount(tx, user, "user.identity_connected", visitor.origin, {
        after: { provider },
      });
    return user;
  });
}

async function createAccount(visitor: VisitorContext, profile: ProviderProfile): Promise<UserRow> {
  const { data: email } = emailAddress.safeParse(foldEmail(profile.email ?? ""));
  if (email === undefined || !profile.isEmailVerified) {
    throw forbidden("This account has no verified e-mail address.", { reason: "email_not_verified" });
  }
  if (await findUserByEmail(visitor.system, email)) throw accountExists();
  const { provider, providerAccountId, locale, timeZone } = profile;
  const name = cutName(profile.name ?? "") || cutName(email.split("@")[0] ?? email);
  const id = newId();
  const ctx = visitor.inWorkspace(newId(), { kind: "user", id, name, role: "owner" });
  return ctx.transaction(async (tx) => {
    const user = await insertUser(tx.scope, { id, email, name, passwordHash: null, locale, timeZone });
    if (!user) throw accountExists();
    await insertUserIdentity(tx.scope, { provider, providerAccountId, userId: id });
    await foundWorkspace(tx, { name, locale, timeZone });
    return user;
  });
}

/** As much of a name as a profile holds. */
const cutName = (name: string): string => cutText(name.trim(), personNameCharsMax).trimEnd();

const opensAnotherAccount = () =>
  conflict("It opens another account here. Sign in with it and disconnect it there first.", {
    reason: "identity_of_another_account",
  });

const accountExists = () =>
  conflict("This address already has an account. Sign in as before, or ask for a link for a new password.", {
    reason: "account_exists",
  });
