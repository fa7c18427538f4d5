import { lockProvider } from "@/db/queries/providers/find-provider";
import { setProviderInactive } from "@/db/queries/providers/write-provider";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { notFound } from "@/lib/platform/errors";
import type { Provider } from "./describe-provider";
import { loadProvider } from "./get-provider";

/** Leaves its channel without a provider: nothing new is sent on it until one is activated. */
export async function deactivateProvider(
  ctx: WorkspaceContext,
  { providerId }: { providerId: string },
): Promise<Provider> {
  ctx.require("providers.write");
  return ctx.transaction(async (tx) => {
    const provider = await lockProvider(tx.scope, providerId);
    if (!provider) throw notFound();
    if (provider.status === "inactive") return loadProvider(tx.scope, providerId);
    await setProviderInactive(tx.scope, providerId);
    await tx.audit("provider.deactivated", { kind: "provider", id: providerId, name: provider.name });
    return loadProvider(tx.scope, providerId);
  });
}
