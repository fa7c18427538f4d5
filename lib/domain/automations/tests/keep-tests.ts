import { lockAutomation } from "@/db/queries/automations/automations";
import {
  type AutomationTestRow,
  countTests,
  deleteTest as deleteRow,
  insertTest,
  listTests as listRows,
  updateTest,
} from "@/db/queries/automations/tests";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { notFound, unprocessable } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import type { Scenario } from "./scenario";

const testsMax = 50;

type Kept = { automationId: string; name: string; scenario: Scenario };

export async function listTests(
  ctx: WorkspaceContext,
  { automationId }: { automationId: string },
): Promise<{ data: AutomationTestRow[] }> {
  ctx.require("automations.read");
  const rows = await listRows(ctx.scope, automationId);
  if (!rows) throw notFound();
  return { data: rows };
}

export async function createTest(ctx: WorkspaceContext, input: Kept): Promise<AutomationTestRow> {
  ctx.require("automations.write");
  const { automationId, name, scenario } = input;
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

export async function replaceTest(
  ctx: WorkspaceContext,
  { automationId, testId, name, scenario }: Kept & { testId: string },
): Promise<AutomationTestRow> {
  ctx.require("automations.write");
  return ctx.transaction(async (tx) => {
    const row = await updateTest(tx.scope, { automationId, id: testId, name, scenario });
    if (!row) throw notFound();
    await tx.audit("automation.test_changed", { kind: "automation", id: automationId }, { after: { name } });
    return row;
  });
}

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
