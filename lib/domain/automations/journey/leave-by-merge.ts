import { listOutdone } from "@/db/queries/automations/enrolments";
import type { TransactionContext } from "@/lib/platform/context/workspace-context";
import { leave } from "./leave";

/**
 * Before a visitor becomes a user: where the user's own way says it already, the visitor's ends, so that one person is
 * not written to as two.
 */
export async function leaveByMerge(
  tx: TransactionContext,
  { visitor, user }: { visitor: string; user: string },
): Promise<void> {
  const outdone = await listOutdone(tx.scope, { visitor, user });
  await leave(
    tx,
    outdone.map((enrolment) => ({ enrolment, reason: "merged", detail: {} })),
  );
}
