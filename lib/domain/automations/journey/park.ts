import { type EnrolmentRow, updateEnrolments } from "@/db/queries/automations/enrolments";
import { countFailuresInARow, insertPassages } from "@/db/queries/automations/passages";
import type { TransactionContext } from "@/lib/platform/context/workspace-context";
import { log } from "@/lib/platform/log";
import { wakeAt } from "./wake";

const firstPauseMillis = 5 * 60_000;
const longestPauseMillis = 24 * 3_600_000;

/** Puts off somebody who cannot be moved on, each time for longer, so that nobody waits behind them. */
export async function park(tx: TransactionContext, enrolment: EnrolmentRow, error: unknown): Promise<void> {
  const { id, automationId, isTest, stepId } = enrolment;
  const tries = (await countFailuresInARow(tx.scope, enrolment)) + 1;
  const pause = Math.min(firstPauseMillis * 2 ** (tries - 1), longestPauseMillis);
  const dueAt = new Date(tx.now().getTime() + pause);
  const reason = reasonOf(error);
  log.error("automations.person_failed", { workspaceId: tx.workspaceId, enrolmentId: id, tries, error });
  await insertPassages(tx.scope, [
    {
      enrolmentId: id,
      automationId,
      isTest,
      at: tx.now(),
      stepId,
      outcome: "failed",
      reason,
      detail: { tries, until: dueAt.toISOString() },
      runId: null,
    },
  ]);
  await updateEnrolments(tx.scope, [{ id, status: "active", exitReason: null, stepId, dueAt }]);
  await wakeAt(tx, [dueAt]);
  await tx.announce("automations", automationId);
}

/** A code, of which there are few, since figures are counted by it; the log has the words. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  const { code } = error as { code?: unknown };
  return typeof code === "string" ? code : error.name;
}
