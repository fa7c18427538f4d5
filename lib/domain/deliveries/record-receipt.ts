import { keepEarlyReceipts } from "@/db/queries/deliveries/early-receipts";
import { optOutAddress } from "@/db/queries/deliveries/receipts";
import { announceFigures } from "@/lib/domain/runs/announce-progress";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { applyEarlyReceipts, applyReceipts } from "./apply-receipts";
import { asksToStop, type DeliveryReceipt, deliveryReceiptOf, type Receipt } from "./receipt";

/** Takes in what a provider says. Repeats and late words change nothing that is known already. */
export async function recordReceipt(ctx: WorkspaceContext, receipt: Receipt): Promise<void> {
  ctx.require("notifications.send");
  const told = deliveryReceiptOf(receipt);
  if (told) await recordDelivery(ctx, told);
  const reason = optOutReason(receipt);
  if (!reason) return;
  const { channel, to, occurredAt } = receipt;
  await ctx.transaction(async (tx) => {
    await optOutAddress(tx.scope, { channel, address: to, reason, occurredAt });
    await tx.audit("contact.opted_out", { kind: "address", id: to }, { after: { channel, reason } });
  });
}

async function recordDelivery(ctx: WorkspaceContext, receipt: DeliveryReceipt): Promise<void> {
  const { campaignIds, early } = await applyReceipts(ctx.scope, [receipt]);
  await keepEarlyReceipts(ctx.scope, early);
  const late = await applyEarlyReceipts(
    ctx.scope,
    early.map(({ providerMessageId }) => providerMessageId),
  );
  for (const campaignId of [...campaignIds, ...late]) announceFigures(ctx, campaignId);
}

function optOutReason({ type, text }: Receipt): string | undefined {
  if (type === "complaint") return "complaint";
  return type === "reply" && asksToStop(text ?? "") ? "replied_stop" : undefined;
}
