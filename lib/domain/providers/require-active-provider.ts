import { findActiveProvider } from "@/db/queries/providers/find-provider";
import type { ProviderRow } from "@/db/queries/providers/provider-row";
import type { WorkspaceScope } from "@/db/scope";
import type { Channel } from "@/lib/domain/channels/channel";
import { unprocessable } from "@/lib/platform/errors";

export const noProvider = (channel: Channel) => ({
  code: "no_provider",
  detail: `No active provider sends ${channel}. Connect one under Providers.`,
});

/** The one that sends this channel; refused with the remedy where there is none. */
export async function requireActiveProvider(scope: WorkspaceScope, channel: Channel): Promise<ProviderRow> {
  const provider = await findActiveProvider(scope, channel);
  if (provider) return provider;
  const { code, detail } = noProvider(channel);
  throw unprocessable(detail, { reason: code });
}
