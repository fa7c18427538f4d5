import { markDelivered, markFailed, optOutAddress } from "@/db/queries/deliveries/receipts";
import { announceFigures } from "@/lib/domain/runs/announce-progress";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { asksToStop, type Receipt } from "./receipt";

/** Takes in what a provider says. Repeats and late words change nothing that is known already. */
export async function recordReceipt(ctx: WorkspaceContext, receipt: Receipt): Promise<void> {
  ctx.require("notifications.send");
  const { type, channel, to, providerMessageId, occurredAt } = receipt;
  const moved: string[] = [];
  await ctx.transaction(async (tx) => {
    if (type === "delivered" && providerMessageId)
      moved.push(...(await markDelivered(tx.scope, { providerMessageId, occurredAt })));
    if (type === "failed" && providerMessageId) {
      const code = receipt.code ?? "undelivered";
      moved.push(...(await markFailed(tx.scope, { providerMessageId, occurredAt, code })));
    }
    const reason = optOutReason(receipt);
    if (!reason) return;
    await optOutAddress(tx.scope, { channel, address: to, reason, occurredAt });
    await tx.audit("contact.opted_out", { kind: "address", id: to }, { after: { channel, reason } });
  });
  for (const campaignId of moved) announceFigures(ctx, campaignId);
}

function optOutReason({ type, text }: Receipt): string | undefined {
  if (type === "complaint") return "complaint";
  return type === "reply" && asksToStop(text ?? "") ? "replied_stop" : undefined;
}
