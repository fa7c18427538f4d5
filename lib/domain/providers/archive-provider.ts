import { hasOpenRuns, lockProvider } from "@/db/queries/providers/find-provider";
import type { ProviderRow } from "@/db/queries/providers/provider-row";
import { setProviderArchived } from "@/db/queries/providers/write-provider";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { conflict, notFound } from "@/lib/platform/errors";
import type { Provider } from "./describe-provider";
import { loadProvider } from "./get-provider";

/** Takes it out of use for good. What was sent through it keeps its name. */
export async function archiveProvider(
  ctx: WorkspaceContext,
  { providerId }: { providerId: string },
): Promise<Provider> {
  ctx.require("providers.write");
  return ctx.transaction(async (tx) => {
    const provider = await lockProvider(tx.scope, providerId);
    if (!provider) throw notFound();
    if (provider.archivedAt) return loadProvider(tx.scope, providerId);
    assertArchivable(provider);
    if (await hasOpenRuns(tx.scope, providerId)) {
      throw conflict("A campaign is being sent through it. Wait until it has ended, or cancel it.", {
        reason: "provider_in_use",
      });
    }
    await setProviderArchived(tx.scope, providerId);
    await tx.audit("provider.archived", { kind: "provider", id: providerId, name: provider.name });
    return loadProvider(tx.scope, providerId);
  });
}

function assertArchivable({ kind, status }: ProviderRow): void {
  if (kind === "sandbox")
    throw conflict("The sandbox stays with its workspace.", { reason: "sandbox_stays" });
  if (status === "active") {
    throw conflict("It sends its channel now. Activate another provider first, or deactivate it.", {
      reason: "provider_active",
    });
  }
}
