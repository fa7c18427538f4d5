import { findProvider, lockProvidersOfChannel } from "@/db/queries/providers/find-provider";
import { setActiveProvider } from "@/db/queries/providers/write-provider";
import type { TransactionContext, WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { conflict, notFound } from "@/lib/platform/errors";
import type { Provider } from "./describe-provider";
import { loadProvider } from "./get-provider";

/** Makes it the one that sends its channel. Runs that have begun stay with the provider they began with. */
export async function activateProvider(
  ctx: WorkspaceContext,
  { providerId }: { providerId: string },
): Promise<Provider> {
  ctx.require("providers.write");
  return ctx.transaction(async (tx) => {
    await switchTo(tx, providerId);
    return loadProvider(tx.scope, providerId);
  });
}

export async function switchTo(tx: TransactionContext, providerId: string): Promise<void> {
  const provider = await findProvider(tx.scope, providerId);
  if (!provider) throw notFound();
  const rivals = await lockProvidersOfChannel(tx.scope, provider.channel);
  const chosen = rivals.find(({ id }) => id === providerId);
  if (!chosen) throw conflict("An archived provider cannot be activated.", { reason: "provider_archived" });
  const previous = rivals.find(({ status }) => status === "active");
  if (previous?.id === providerId) return;
  await setActiveProvider(tx.scope, provider.channel, providerId);
  await tx.audit(
    "provider.activated",
    { kind: "provider", id: providerId, name: provider.name },
    {
      before: { channel: provider.channel, provider: previous?.name ?? null },
      after: { channel: provider.channel, provider: provider.name },
    },
  );
}
