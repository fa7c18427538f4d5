import { findApiKey, revokeApiKeys } from "@/db/queries/api-keys";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { notFound } from "@/lib/platform/errors";

/** From the next request on the key is unknown. Revoking twice is no mistake. */
export async function revokeApiKey(ctx: WorkspaceContext, { apiKeyId }: { apiKeyId: string }): Promise<void> {
  ctx.require("api_keys.write");
  await ctx.transaction(async (tx) => {
    const key = await findApiKey(tx.scope, apiKeyId);
    if (!key) throw notFound();
    if ((await revokeApiKeys(tx.scope, [apiKeyId])).length === 0) return;
    const before = { name: key.name, scopes: key.scopes, last4: key.last4 };
    await tx.audit("api_key.revoked", { kind: "api_key", id: apiKeyId, name: key.name }, { before });
  });
}
