import { unsafeAcrossWorkspacesAuditAccount } from "@/db/queries/system/account-audit";
import { type ProfileChange, updateProfile as updateProfileRow } from "@/db/queries/system/accounts";
import type { UserIdentity } from "@/db/queries/system/identity";
import type { VisitorContext } from "@/lib/platform/context/visitor-context";
import { unauthenticated } from "@/lib/platform/errors";
import { type Profile, toProfile } from "./get-profile";

export async function updateProfile(
  visitor: VisitorContext,
  user: UserIdentity,
  change: ProfileChange,
): Promise<Profile> {
  return visitor.system.transaction(async (tx) => {
    const account = await updateProfileRow(tx, user.id, change);
    if (!account) throw unauthenticated();
    // A display preference is nobody else's business; a name is what others know the person by.
    if (account.name !== user.name) {
      const names = { before: { name: user.name }, after: { name: account.name } };
      await unsafeAcrossWorkspacesAuditAccount(tx, account, "user.renamed", visitor.origin, names);
    }
    return toProfile(account);
  });
}
