import { type EnrolmentRow, updateEnrolments } from "@/db/queries/automations/enrolments";
import { insertPassages } from "@/db/queries/automations/passages";
import type { TransactionContext } from "@/lib/platform/context/workspace-context";
import type { ExitReason } from "../../automation";

export type Leaving = { enrolment: EnrolmentRow; reason: ExitReason; detail: Record<string, unknown> };

/** Takes people out, whose enrolments the caller has locked. */
export async function leave(tx: TransactionContext, leavings: readonly Leaving[]): Promise<void> {
  if (leavings.length === 0) return;
  await insertPassages(
    tx.scope,
    leavings.map(({ enrolment, reason, detail }) => ({
      enrolmentId: enrolment.id,
      automationId: enrolment.automationId,
      isTest: enrolment.isTest,
      at: tx.now(),
      stepId: enrolment.stepId,
      outcome: "exited",
      reason,
      detail,
      runId: null,
    })),
  );
  await updateEnrolments(
    tx.scope,
    leavings.map(({ enrolment: { id, stepId }, reason }) => ({
      id,
      status: "exited",
      exitReason: reason,
      stepId,
      dueAt: null,
    })),
  );
  for (const id of new Set(leavings.map(({ enrolment }) => enrolment.automationId)))
    await tx.announce("automations", id);
}
