import { leaveReason, listOutdone, lockWays } from "@/db/queries/automations/enrolments";
import type { TransactionContext } from "@/lib/platform/context/workspace-context";
import { leave } from "./leave";

/**
 * Before a visitor becomes a user: where the way of one says what the other's does, one of them ends, so that one person
 * is not written to as two.
 */
export async function leaveByMerge(
  tx: TransactionContext,
  { visitor, user }: { visitor: string; user: string },
): Promise<void> {
  await lockWays(tx.scope, [visitor, user]);
  const outdone = await listOutdone(tx.scope, { visitor, user });
  await leave(
    tx,
    outdone.map((enrolment) => ({ enrolment, reason: "merged", detail: {} })),
  );
  await leaveReason(
    tx.scope,
    outdone.flatMap(({ id, contactId }) => (contactId === user ? [id] : [])),
  );
}
