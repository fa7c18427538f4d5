import { isPassing } from "@/db/database-away";
import { listVersionsOf } from "@/db/queries/automations/automations";
import {
  type EnrolmentChange,
  type EnrolmentRow,
  lockDue,
  lockDueAmong,
  updateEnrolments,
} from "@/db/queries/automations/enrolments";
import { insertPassages, type PassageWrite } from "@/db/queries/automations/passages";
import { findSendingWorkspace } from "@/db/queries/runs/sending-context";
import type { TransactionContext, WorkspaceContext } from "@/lib/platform/context/workspace-context";
import type { Definition } from "../definition";
import { type Advance, advance } from "./advance";
import { gatherFacts } from "./facts/gather-facts";
import { type MessageToOpen, openMessages } from "./open-messages";
import { park } from "./park";
import { wakeAt } from "./wake";

const batchMax = 500;

type Step = { enrolment: EnrolmentRow; definition: Definition; end: Advance };

/**
 * Moves a batch of the people who are due on to their next wait or end, and hands over the messages on their way: all
 * in one transaction, so that a crash leaves them where they were. Whoever makes it fail is found and put off; nobody is
 * where the database was away. `more`: others may be due now.
 */
export async function advanceDue(ctx: WorkspaceContext): Promise<{ advanced: number; more: boolean }> {
  ctx.require("automations.publish");
  const tried: string[] = [];
  const advanced = await ctx
    .transaction(async (tx) => {
      const due = await lockDue(tx.scope, tx.now(), batchMax);
      tried.push(...due.map(({ id }) => id));
      return moveOn(tx, due);
    })
    .catch((error: unknown) => {
      if (tried.length === 0 || isPassing(error)) throw error;
      return advanceInHalves(ctx, tried);
    });
  return { advanced, more: advanced > 0 };
}

/** Gives how many were dealt with: moved on, or put off because they fail alone. */
async function advanceInHalves(ctx: WorkspaceContext, ids: readonly string[]): Promise<number> {
  const middle = Math.ceil(ids.length / 2);
  let advanced = 0;
  for (const half of [ids.slice(0, middle), ids.slice(middle)])
    if (half.length > 0) advanced += await advanceAmong(ctx, half);
  return advanced;
}

const advanceAmong = (ctx: WorkspaceContext, ids: string[]): Promise<number> =>
  ctx
    .transaction(async (tx) => moveOn(tx, await lockDueAmong(tx.scope, tx.now(), ids)))
    .catch((error: unknown) => {
      if (isPassing(error)) throw error;
      return ids.length > 1 ? advanceInHalves(ctx, ids) : putOff(ctx, ids, error);
    });

const putOff = (ctx: WorkspaceContext, ids: string[], error: unknown): Promise<number> =>
  ctx.transaction(async (tx) => {
    const due = await lockDueAmong(tx.scope, tx.now(), ids);
    for (const enrolment of due) await park(tx, enrolment, error);
    return due.length;
  });

/** Gives how many: all of them, or none where the workspace is gone. */
async function moveOn(tx: TransactionContext, due: readonly EnrolmentRow[]): Promise<number> {
  const workspace = due.length > 0 ? await findSendingWorkspace(tx.scope) : undefined;
  if (!workspace) return 0;
  const now = tx.now();
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
