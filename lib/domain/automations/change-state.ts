import {
  type AutomationRow,
  deleteAutomation as deleteRow,
  lockAutomation,
  resetListeners,
  updateStatus,
} from "@/db/queries/automations/automations";
import { lockSomeActive } from "@/db/queries/automations/enrolments";
import type { TransactionContext, WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { notFound } from "@/lib/platform/errors";
import { type AutomationAction, assertCan } from "./automation";
import { type Automation, loadAutomation } from "./get-automation";
import { leave } from "./journey/leave";
import { wakeAt } from "./journey/wake";

type Target = { automationId: string };

/** Nobody comes in and nobody moves on; events still take people out. */
export const pauseAutomation = (ctx: WorkspaceContext, target: Target): Promise<Automation> =>
  change(ctx, target, "pause");

/** Who became due meanwhile is moved on at once. */
export const resumeAutomation = (ctx: WorkspaceContext, target: Target): Promise<Automation> =>
  change(ctx, target, "resume", (tx) => wakeAt(tx, [tx.now()]));

const leavingMax = 1_000;

/** Ends it for good: everybody inside is taken out, a part at a time. */
export async function archiveAutomation(ctx: WorkspaceContext, target: Target): Promise<Automation> {
  const archived = await change(ctx, target, "archive");
  for (let left = leavingMax; left === leavingMax; ) {
    left = await ctx.transaction(async (tx) => {
      const inside = await lockSomeActive(tx.scope, target.automationId, leavingMax);
      await leave(
        tx,
        inside.map((enrolment) => ({ enrolment, reason: "archived", detail: {} })),
      );
      return inside.length;
    });
  }
  return { ...archived, ...(await loadAutomation(ctx, target.automationId)) };
}

const done = { pause: "paused", resume: "resumed", archive: "archived" } as const;

async function change(
  ctx: WorkspaceContext,
  { automationId }: Target,
  action: AutomationAction & keyof typeof done,
  and?: (tx: TransactionContext, row: AutomationRow) => Promise<void>,
): Promise<Automation> {
  ctx.require("automations.publish");
  await ctx.transaction(async (tx) => {
    const row = await lockAutomation(tx.scope, automationId);
    if (!row) throw notFound();
    await updateStatus(tx.scope, automationId, assertCan(row.status, action));
    await resetListeners(tx.scope);
    await and?.(tx, row);
    await tx.audit(`automation.${done[action]}`, { kind: "automation", id: automationId, name: row.name });
  });
  return loadAutomation(ctx, automationId);
}

/** Only what never went live: figures and timelines of the others stay. */
export async function deleteAutomation(ctx: WorkspaceContext, { automationId }: Target): Promise<void> {
  ctx.require("automations.write");
  await ctx.transaction(async (tx) => {
    const row = await lockAutomation(tx.scope, automationId);
    if (!row) throw notFound();
    assertCan(row.status, "delete");
    await deleteRow(tx.scope, automationId);
    await tx.audit("automation.deleted", { kind: "automation", id: automationId, name: row.name });
  });
}
