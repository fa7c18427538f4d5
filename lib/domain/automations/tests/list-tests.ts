import { type AutomationTestRow, listTests as listRows } from "@/db/queries/automations/tests";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { notFound } from "@/lib/platform/errors";

export async function listTests(
  ctx: WorkspaceContext,
  { automationId }: { automationId: string },
): Promise<{ data: AutomationTestRow[] }> {
  ctx.require("automations.read");
  const rows = await listRows(ctx.scope, automationId);
  if (!rows) throw notFound();
  return { data: rows };
}
