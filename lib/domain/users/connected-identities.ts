import { unsafeAcrossWorkspacesAuditAccount } from "@/db/queries/system/account-audit";
import type { UserIdentity } from "@/db/queries/system/identity";
import { deleteUserIdentities, findWaysIn, type WaysIn } from "@/db/queries/system/user-identities";
import type { SystemScope } from "@/db/scope";
import type { VisitorContext } from "@/lib/platform/context/visitor-context";
import { conflict, notFound, unauthenticated } from "@/lib/platform/errors";
import type { IdentityProvider } from "./user";

type ConnectedProvider = {
  provider: IdentityProvider;
  connectedAt: Date;
  /** Without it nobody could sign in. */
  isOnlyWayIn: boolean;
};

/** The providers through which the person can sign in. */
export function listIdentities(
  visitor: VisitorContext,
  user: UserIdentity,
): Promise<{ data: ConnectedProvider[] }> {
  return visitor.system.transaction(async (tx) => ({ data: toConnected(await getWaysIn(tx, user)) }));
}

/** The provider's account opens this one no more. The last way in stays. */
export async function disconnectIdentity(
  visitor: VisitorContext,
  user: UserIdentity,
  { provider }: { provider: IdentityProvider },
): Promise<void> {
  await visitor.system.transaction(async (tx) => {
    const connected = toConnected(await getWaysIn(tx, user)).find((one) => one.provider === provider);
    if (!connected) throw notFound();
    if (connected.isOnlyWayIn) throw lastWayIn();
    await deleteUserIdentities(tx, user.id, provider);
    await unsafeAcrossWorkspacesAuditAccount(tx, user, "user.identity_disconnected", visitor.origin, {
      before: { provider },
    });
  });
}

async function getWaysIn(tx: SystemScope, { id }: UserIdentity): Promise<WaysIn> {
  const ways = await findWaysIn(tx, id);
  if (!ways) throw unauthenticated();
  return ways;
}

const toConnected = ({ hasPassword, identities }: WaysIn): ConnectedProvider[] =>
  identities.map(({ provider, connectedAt }) => ({
    provider: provider as IdentityProvider,
    connectedAt,
    isOnlyWayIn: !hasPassword && identities.length === 1,
  }));

const lastWayIn = () =>
  conflict("This is the only way into your account. Set a password or connect another account first.", {
    reason: "last_way_in",
  });
