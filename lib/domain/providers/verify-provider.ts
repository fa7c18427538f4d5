import { findCredentials, findProvider } from "@/db/queries/providers/find-provider";
import { setProviderUnverified, setProviderVerified } from "@/db/queries/providers/provider-health";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { notFound } from "@/lib/platform/errors";
import type { ConnectionTest } from "@/lib/providers/provider-definition";
import { testConnection } from "@/lib/providers/test-connection";
import { openCredentials } from "./credentials/sealed-credentials";
import type { Provider } from "./describe-provider";
import { loadProvider } from "./get-provider";
import { assertSandboxRuns, transportOptions } from "./open-transport";

export type Verification = { isOk: boolean; code: string; detail: string; provider: Provider };

/** Asks the provider whether it takes these credentials, and notes the answer. Nobody receives anything. */
export async function verifyProvider(
  ctx: WorkspaceContext,
  { providerId }: { providerId: string },
): Promise<Verification> {
  ctx.require("providers.write");
  const [provider, stored] = await Promise.all([
    findProvider(ctx.scope, providerId),
    findCredentials(ctx.scope, providerId),
  ]);
  if (!provider || !stored) throw notFound();
  assertSandboxRuns(provider);
  const credentials = openCredentials({ workspaceId: ctx.workspaceId, providerId }, stored.credentials);
  const answer = await testConnection(provider.kind, provider.channel, credentials, transportOptions());
  await noteAnswer(ctx, { ...provider, version: stored.version }, answer);
  const code = answer.isOk ? "ok" : answer.code;
  return {
    isOk: answer.isOk,
    code,
    detail: answer.detail,
    provider: await loadProvider(ctx.scope, providerId),
  };
}

async function noteAnswer(
  ctx: WorkspaceContext,
  { id, name, version }: { id: string; name: string; version: number },
  answer: ConnectionTest,
): Promise<void> {
  await ctx.transaction(async (tx) => {
    if (answer.isOk) await setProviderVerified(tx.scope, { providerId: id, version });
    else {
      const detail = `${answer.code}: ${answer.detail}`.slice(0, 300);
      await setProviderUnverified(tx.scope, {
        providerId: id,
        version,
        detail,
        isRefused: answer.kind === "auth_or_config",
      });
    }
    const code = answer.isOk ? "ok" : answer.code;
    await tx.audit(
      "provider.verified",
      { kind: "provider", id, name },
      { after: { isOk: answer.isOk, code } },
    );
  });
}
