import {
  type AutomationRow,
  lockAutomation,
  resetListeners,
  updateStatus,
} from "@/db/queries/automations/automations";
import type { TransactionContext, WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { notFound } from "@/lib/platform/errors";
import { type AutomationAction, assertCan } from "./automation";
import { type Automation, loadAutomation } from "./get-automation";

const done = { pause: "paused", resume: "resumed", archive: "archived" } as const;

type Change = { automationId: string; action: AutomationAction & keyof typeof done };

/** `and`: what else it means, in the same transaction. */
export async function changeStatus(
  ctx: WorkspaceContext,
  { automationId, action }: Change,
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
