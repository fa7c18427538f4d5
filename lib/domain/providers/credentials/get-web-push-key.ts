import { findActiveProvider } from "@/db/queries/providers/find-provider";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { notFound } from "@/lib/platform/errors";
import { sandboxCredentials } from "@/lib/providers/sandbox/sandbox-credentials";

/** The public half of the pair that the workspace's web push is signed with. */
export async function getWebPushKey(ctx: WorkspaceContext): Promise<{ publicKey: string }> {
  ctx.require("subscriptions.write");
  const provider = await findActiveProvider(ctx.scope, "web_push");
  if (!provider) throw notFound();
  const publicKey =
    provider.kind === "sandbox"
      ? sandboxCredentials(ctx.workspaceId, "").webPush.vapidPublicKey
      : provider.credentialHints.vapidPublicKey;
  if (!publicKey) throw notFound();
  return { publicKey };
}
