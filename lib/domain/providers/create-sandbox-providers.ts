import { insertProviders } from "@/db/queries/providers/write-provider";
import { channels } from "@/lib/domain/channels/channel";
import type { TransactionContext } from "@/lib/platform/context/workspace-context";
import { newId } from "@/lib/platform/ids";
import { sealCredentials } from "./credentials/sealed-credentials";
import { ratePerSecondDefaults, sandboxName } from "./provider";

/** Gives a new workspace one active sandbox on every channel, so that everything works before anything is connected. */
export async function createSandboxProviders(tx: TransactionContext): Promise<void> {
  const { workspaceId } = tx;
  const rows = channels.map((channel) => {
    const id = newId();
    return {
      id,
      channel,
      kind: "sandbox" as const,
      name: sandboxName,
      credentials: sealCredentials({ workspaceId, providerId: id }, { workspaceId }),
      credentialHints: {},
      changedBy: tx.actor.name,
      status: "active" as const,
      ratePerSecond: ratePerSecondDefaults.sandbox,
    };
  });
  await insertProviders(tx.scope, rows);
}
