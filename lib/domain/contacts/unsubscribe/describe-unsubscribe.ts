import { listSubscriptionsOf } from "@/db/queries/contacts/find-contact";
import { findWorkspace } from "@/db/queries/workspaces";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { mainAddressOf } from "../contact";
import { maskAddress } from "./mask-address";
import type { UnsubscribeClaim } from "./unsubscribe-link";

/** Who writes, and to which address: enough for its holder to recognise, too little for whoever else has the link. */
export async function describeUnsubscribe(
  ctx: WorkspaceContext,
  { contactId, channel }: Pick<UnsubscribeClaim, "contactId" | "channel">,
): Promise<{ workspace: string; address: string | undefined }> {
  ctx.require("contacts.read");
  const [workspace, subscriptions] = await Promise.all([
    findWorkspace(ctx.scope),
    listSubscriptionsOf(ctx.scope, [contactId]),
  ]);
  const address = mainAddressOf(subscriptions, channel);
  return { workspace: workspace?.name ?? "", address: address ? maskAddress(channel, address) : undefined };
}
