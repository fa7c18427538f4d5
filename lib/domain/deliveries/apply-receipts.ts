import { dropEarlyReceipts, listEarlyReceipts } from "@/db/queries/deliveries/early-receipts";
import { listToldDeliveries, markDelivered } from "@/db/queries/deliveries/receipts";
import type { WorkspaceScope } from "@/db/scope";
import type { DeliveryReceipt } from "./receipt";
import { settleDelivery } from "./settle-delivery";

type Applied = {
  /** Those whose figures moved. */
  campaignIds: string[];
  /** What they are about is still being written down; nothing was done with them. */
  early: DeliveryReceipt[];
};

/** Writes what receipts say. Those that change more than one row have a transaction each, so that none waits for two. */
export async function applyReceipts(scope: WorkspaceScope, receipts: DeliveryReceipt[]): Promise<Applied> {
  const arrived = await markDelivered(
    scope,
    receipts.filter(({ type }) => type === "delivered"),
  );
  const isThrough = new Set(arrived.map(({ providerMessageId }) => providerMessageId));
  const campaignIds = new Set(arrived.flatMap(({ campaignId }) => campaignId ?? []));
  const early: DeliveryReceipt[] = [];
  for (const receipt of receipts) {
    if (receipt.type === "delivered" && isThrough.has(receipt.providerMessageId)) continue;
    const end = await scope.transaction((tx) => settle(tx, receipt));
    if (end.isEarly) early.push(receipt);
    for (const id of end.campaignIds) campaignIds.add(id);
  }
  return { campaignIds: [...campaignIds], early };
}

async function settle(tx: WorkspaceScope, receipt: DeliveryReceipt) {
  const told = await listToldDeliveries(tx, receipt.providerMessageId);
  const end = { isEarly: told.length === 0, campaignIds: [] as string[] };
  for (const delivery of told) {
    if (delivery.status !== "accepted" && delivery.status !== "unknown") continue;
    const step = await settleDelivery(tx, delivery, receipt);
    if (step === "early") end.isEarly = true;
    if (step === "moved" && delivery.campaignId) end.campaignIds.push(delivery.campaignId);
  }
  return end;
}

/**
 * Applies what was kept about messages that are written by now. Both who keeps a receipt and who writes a result call
 * it after their commit, so whoever commits last sees the other; that both apply it changes nothing.
 */
export async function applyEarlyReceipts(
  scope: WorkspaceScope,
  providerMessageIds: string[],
): Promise<string[]> {
  if (providerMessageIds.length === 0) return [];
  const receipts = await listEarlyReceipts(scope, providerMessageIds);
  if (receipts.length === 0) return [];
  const { campaignIds, early } = await applyReceipts(scope, receipts);
  await dropEarlyReceipts(
    scope,
    receipts.filter((receipt) => !early.includes(receipt)),
  );
  return campaignIds;
}
