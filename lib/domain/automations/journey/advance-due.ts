import { listVersionsOf } from "@/db/queries/automations/automations";
import {
  type EnrolmentChange,
  type EnrolmentRow,
  lockDue,
  updateEnrolments,
} from "@/db/queries/automations/enrolments";
import { insertPassages, type PassageWrite } from "@/db/queries/automations/passages";
import { findSendingWorkspace } from "@/db/queries/runs/sending-context";
import type { TransactionContext, WorkspaceContext } from "@/lib/platform/context/workspace-context";
import type { Definition } from "../definition";
import { type Advance, advance } from "./advance";
import { gatherFacts } from "./gather-facts";
import { type MessageToOpen, openMessages } from "./open-messages";
import { wakeAt } from "./wake";

const batchMax = 500;

type Step = { enrolment: EnrolmentRow; definition: Definition; end: Advance };

/**
 * Moves a batch of the people who are due on to their next wait or end, and hands over the messages on their way: all
 * in one transaction, so that a crash leaves them where they were. `more`: others may be due now.
 */
export async function advanceDue(ctx: WorkspaceContext): Promise<{ advanced: number; more: boolean }> {
  ctx.require("automations.publish");
  const advanced = await ctx.transaction(async (tx) => {
    const workspace = await findSendingWorkspace(tx.scope);
    const now = tx.now();
    const due = workspace ? await lockDue(tx.scope, now, batchMax) : [];
    if (!workspace || due.length === 0) return 0;
    const versions = await listVersionsOf(tx.scope, due);
    const travellers = due.map((enrolment) => ({ enrolment, definition: versions(enrolment) }));
    const factsOf = await gatherFacts(tx.scope, workspace, travellers);
    const steps = travellers.map(({ enrolment, definition }): Step => {
      const facts = factsOf(enrolment, definition, now);
      return {
        enrolment,
        definition,
        end: facts ? advance(definition, enrolment, facts, now) : erased(enrolment),
      };
    });
    const runs = await openMessages(tx, workspace, steps.flatMap(messagesOf));
    await write(tx, steps, runs);
    return due.length;
  });
  return { advanced, more: advanced > 0 };
}

const erased = ({ stepId }: EnrolmentRow): Advance => ({
  passages: [{ stepId, outcome: "exited", reason: "erased", detail: {} }],
  messages: [],
  next: { kind: "exited", reason: "erased" },
});

const messagesOf = ({ enrolment, end }: Step): MessageToOpen[] =>
  end.messages.map((message) => ({ enrolment, ...message }));

async function write(
  tx: TransactionContext,
  steps: readonly Step[],
  runOf: Awaited<ReturnType<typeof openMessages>>,
): Promise<void> {
  const at = tx.now();
  const passages = steps.flatMap(({ enrolment, end }) =>
    end.passages.map((passage): PassageWrite => {
      const opened = passage.outcome === "sent" ? runOf(enrolment.id, passage.stepId ?? "") : undefined;
      const base = {
        enrolmentId: enrolment.id,
        automationId: enrolment.automationId,
        isTest: enrolment.isTest,
        at,
      };
      return opened?.refusal
        ? { ...base, ...passage, outcome: "unreachable", reason: opened.refusal, runId: null }
        : { ...base, ...passage, runId: opened?.runId ?? null };
    }),
  );
  await insertPassages(tx.scope, passages);
  await updateEnrolments(tx.scope, steps.map(changeOf));
  await wakeAt(
    tx,
    steps.flatMap(({ end: { next } }) => (next.kind === "wait" ? [next.dueAt] : [])),
  );
  for (const id of new Set(steps.map(({ enrolment }) => enrolment.automationId)))
    await tx.announce("automations", id);
}

function changeOf({ enrolment: { id, stepId }, end: { next } }: Step): EnrolmentChange {
  if (next.kind === "wait")
    return { id, status: "active", exitReason: null, stepId: next.stepId, dueAt: next.dueAt };
  const exitReason = next.kind === "exited" ? next.reason : null;
  return { id, status: next.kind, exitReason, stepId, dueAt: null };
}
