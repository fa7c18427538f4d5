import { type AutomationTestRow, updateTest } from "@/db/queries/automations/tests";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { notFound } from "@/lib/platform/errors";
import type { Scenario } from "./scenario";

type Input = { automationId: string; testId: string; name: string; scenario: Scenario };

export async function replaceTest(
  ctx: WorkspaceContext,
  { automationId, testId, name, scenario }: Input,
): Promise<AutomationTestRow> {
  ctx.require("automations.write");
  return ctx.transaction(async (tx) => {
    const row = await updateTest(tx.scope, { automationId, id: testId, name, scenario });
    if (!row) throw notFound();
    await tx.audit("automation.test_changed", { kind: "automation", id: automationId }, { after: { name } });
    return row;
  });
}
