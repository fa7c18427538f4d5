import { lockAutomation } from "@/db/queries/automations/automations";
import { type AutomationTestRow, countTests, insertTest } from "@/db/queries/automations/tests";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { notFound, unprocessable } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import type { Scenario } from "./scenario";

const testsMax = 50;

export async function createTest(
  ctx: WorkspaceContext,
  { automationId, name, scenario }: { automationId: string; name: string; scenario: Scenario },
): Promise<AutomationTestRow> {
  ctx.require("automations.write");
  return ctx.transaction(async (tx) => {
    const automation = await lockAutomation(tx.scope, automationId);
    if (!automation) throw notFound();
    if ((await countTests(tx.scope, automationId)) >= testsMax)
      throw unprocessable(`An automation keeps ${testsMax} tests at most. Delete one first.`, {
        reason: "too_many_tests",
      });
    const row = await insertTest(tx.scope, { automationId, id: newId(), name, scenario });
    const target = { kind: "automation", id: automationId, name: automation.name } as const;
    await tx.audit("automation.test_added", target, { after: { name } });
    return row;
  });
}
