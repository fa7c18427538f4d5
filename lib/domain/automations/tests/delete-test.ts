import { deleteTest as deleteRow } from "@/db/queries/automations/tests";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { notFound } from "@/lib/platform/errors";

export async function deleteTest(
  ctx: WorkspaceContext,
  { automationId, testId }: { automationId: string; testId: string },
): Promise<void> {
  ctx.require("automations.write");
  await ctx.transaction(async (tx) => {
    const name = await deleteRow(tx.scope, automationId, testId);
    if (name === undefined) throw notFound();
    await tx.audit("automation.test_deleted", { kind: "automation", id: automationId }, { before: { name } });
  });
}
