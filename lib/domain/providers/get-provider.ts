import { findProviderWithDay } from "@/db/queries/providers/find-provider";
import type { WorkspaceScope } from "@/db/scope";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { notFound } from "@/lib/platform/errors";
import { describeProvider, type Provider } from "./describe-provider";

export async function getProvider(
  ctx: WorkspaceContext,
  { providerId }: { providerId: string },
): Promise<Provider> {
  ctx.require("providers.read");
  return loadProvider(ctx.scope, providerId);
}

/** For the answer to a write: who may change a provider sees what became of it. */
export async function loadProvider(scope: WorkspaceScope, providerId: string): Promise<Provider> {
  const provider = await findProviderWithDay(scope, providerId);
  if (!provider) throw notFound();
  return describeProvider(provider);
}
