import { listToldDeliveries, markDelivered, optOutAddress } from "@/db/queries/deliveries/receipts";
import { addDeliveryToHours } from "@/db/queries/deliveries/recount";
import type { WorkspaceScope } from "@/db/scope";
import { announceFigures } from "@/lib/domain/runs/announce-progress";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { asksToStop, isStillAwaited, type Receipt, receiptTooEarly } from "./receipt";
import { settleDelivery } from "./settle-delivery";

/** Takes in what a provider says. Repeats and late words change nothing that is known already. */
export async function recordReceipt(ctx: WorkspaceContext, receipt: Receipt): Promise<void> {
  ctx.require("notifications.send");
  const { channel, to, occurredAt } = receipt;
  const moved = await ctx.transaction(async (tx) => {
    const campaignIds = await recordResult(tx.scope, receipt, ctx.now());
    const reason = optOutReason(receipt);
    if (!reason) return campaignIds;
    await optOutAddress(tx.scope, { channel, address: to, reason, occurredAt });
    await tx.audit("contact.opted_out", { kind: "address", id: to }, { after: { channel, reason } });
    return campaignIds;
  });
  for (const campaignId of moved) announceFigures(ctx, campaignId);
}

/** Gives the campaigns whose figures moved. */
async function recordResult(tx: WorkspaceScope, receipt: Receipt, now: Date): Promise<string[]> {
  const { type, providerMessageId, occurredAt } = receipt;
  if (!providerMessageId || (type !== "delivered" && type !== "failed")) return [];
  const campaignIds: string[] = [];
  if (type === "delivered") {
    const arrived = await markDelivered(tx, { providerMessageId, occurredAt });
    for (const delivery of arrived)
      campaignIds.push(...(await addDeliveryToHours(tx, delivery, [{ at: occurredAt, delivered: 1 }])));
    if (arrived.length > 0) return campaignIds;
  }
  const code = type === "failed" ? (receipt.code ?? "undelivered") : null;
  const told = await listToldDeliveries(tx, providerMessageId);
  if (told.length === 0 && isStillAwaited(occurredAt, now)) throw receiptTooEarly();
  for (const delivery of told) {
    if (delivery.status !== "accepted" && delivery.status !== "unknown") continue;
    const isMoved = await settleDelivery(tx, delivery, { to: type, occurredAt, code });
    if (isMoved && delivery.campaignId) campaignIds.push(delivery.campaignId);
  }
  return campaignIds;
}

function optOutReason({ type, text }: Receipt): string | undefined {
  if (type === "complaint") return "complaint";
  return type === "reply" && asksToStop(text ?? "") ? "replied_stop" : undefined;
}
