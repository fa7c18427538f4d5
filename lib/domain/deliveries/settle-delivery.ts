import { changeToldDelivery, type ToldDelivery } from "@/db/queries/deliveries/receipts";
import { addDeliveryToHours, type Hours, lockCount, movePerson } from "@/db/queries/deliveries/recount";
import type { WorkspaceScope } from "@/db/scope";
import { type DeliveryStatus, verdictOf } from "@/lib/domain/runs/run";
import { receiptTooEarly } from "./receipt";

type Word = { to: "delivered" | "failed"; occurredAt: Date; code: string | null };

/** Writes a word that may change what its person comes to, and moves the person in every total. True when figures moved. */
export async function settleDelivery(
  tx: WorkspaceScope,
  delivery: ToldDelivery,
  word: Word,
): Promise<boolean> {
  const count = await lockCount(tx, delivery);
  const before = await changeToldDelivery(tx, delivery, word);
  if (!count || before.length === 0) return false;
  const statuses = before.map(({ status }) => status);
  const from = verdictOf(statuses);
  const to = verdictOf(before.map((one) => statusAfter(one, delivery, word)));
  // The sender that tries another endpoint of theirs weighs its result against this one as it was.
  if (from === "open" && count.isHeld) throw receiptTooEarly();
  const hours: Hours[] = word.to === "delivered" ? [{ at: word.occurredAt, delivered: 1 }] : [];
  if (from !== to && from !== "open" && to !== "open") {
    await movePerson(tx, delivery, { chunkNo: count.chunkNo, from, to, reason: word.code ?? "" });
    const step = Number(to === "sent") - Number(from === "sent");
    if (count.countedAt) hours.push({ at: count.countedAt, sent: step, failed: -step });
  }
  if (hours.length > 0) await addDeliveryToHours(tx, delivery, hours);
  return hours.length > 0 || from !== to;
}

type Endpoint = { subscriptionId: string; status: DeliveryStatus };

const statusAfter = (
  { subscriptionId, status }: Endpoint,
  delivery: ToldDelivery,
  { to }: Word,
): DeliveryStatus => (subscriptionId === delivery.subscriptionId ? to : status);
