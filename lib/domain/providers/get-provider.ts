import { findProviderWithDay } from "@/db/queries/providers/find-provider";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { notFound } from "@/lib/platform/errors";
import { describeProvider, type Provider } from "./describe-provider";

export async function getProvider(
  ctx: WorkspaceContext,
  { providerId }: { providerId: string },
): Promise<Provider> {
  ctx.require("providers.read");
  const provider = await findProviderWithDay(ctx.scope, providerId);
  if (!provider) throw notFound();
  return describeProvider(provider);
}
