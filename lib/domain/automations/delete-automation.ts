import { deleteAutomation as deleteRow, lockAutomation } from "@/db/queries/automations/automations";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { notFound } from "@/lib/platform/errors";
import { assertCan } from "./automation";

/** Only what never went live: figures and timelines of the others stay. */
export async function deleteAutomation(
  ctx: WorkspaceContext,
  { automationId }: { automationId: string },
): Promise<void> {
  ctx.require("automations.write");
  await ctx.transaction(async (tx) => {
    const row = await lockAutomation(tx.scope, automationId);
    if (!row) throw notFound();
    assertCan(row.status, "delete");
    await deleteRow(tx.scope, automationId);
    await tx.audit("automation.deleted", { kind: "automation", id: automationId, name: row.name });
  });
}
