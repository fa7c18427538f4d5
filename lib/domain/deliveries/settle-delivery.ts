import {
  changeToldDelivery,
  listEndpointStatuses,
  type ToldDelivery,
} from "@/db/queries/deliveries/receipts";
import { addDeliveryToHours, type Hours, lockCount, movePerson } from "@/db/queries/deliveries/recount";
import type { WorkspaceScope } from "@/db/scope";
import { type DeliveryStatus, verdictOf } from "@/lib/domain/runs/run";
import type { DeliveryReceipt } from "./receipt";

/**
 * Writes a receipt that may change what its person comes to, and moves the person in every total. `early`: a sender is
 * trying another endpoint of theirs and weighs its result against this one as it was; nothing was written.
 */
export async function settleDelivery(
  tx: WorkspaceScope,
  delivery: ToldDelivery,
  receipt: DeliveryReceipt,
): Promise<"moved" | "unmoved" | "early"> {
  const { type, occurredAt, code } = receipt;
  const count = await lockCount(tx, delivery);
  if (count?.isHeld && verdictOf(await listEndpointStatuses(tx, delivery)) === "open") return "early";
  const before = await changeToldDelivery(tx, delivery, { to: type, occurredAt, code });
  if (!count || before.length === 0) return "unmoved";
  const statuses = before.map(({ status }) => status);
  const from = verdictOf(statuses);
  const to = verdictOf(before.map((one) => statusAfter(one, delivery, type)));
  const hours: Hours[] = type === "delivered" ? [{ at: occurredAt, delivered: 1 }] : [];
  if (from !== to && from !== "open" && to !== "open") {
    await movePerson(tx, delivery, { chunkNo: count.chunkNo, from, to, reason: code ?? "" });
    const step = Number(to === "sent") - Number(from === "sent");
    if (count.countedAt) hours.push({ at: count.countedAt, sent: step, failed: -step });
  }
  if (hours.length > 0) await addDeliveryToHours(tx, delivery, hours);
  return hours.length > 0 || from !== to ? "moved" : "unmoved";
}

type Endpoint = { subscriptionId: string; status: DeliveryStatus };

const statusAfter = (
  { subscriptionId, status }: Endpoint,
  delivery: ToldDelivery,
  to: DeliveryReceipt["type"],
): DeliveryStatus => (subscriptionId === delivery.subscriptionId ? to : status);
