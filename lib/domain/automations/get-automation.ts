import {
  type AutomationWithFigures,
  findAutomationWithFigures,
} from "@/db/queries/automations/list-automations";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { notFound } from "@/lib/platform/errors";
import type { Trigger } from "./definition";
import type { DefinitionProblem } from "./definition-problem";
import { problemsOf } from "./problems-of";

export type Automation = AutomationWithFigures & { trigger: Trigger; problems: DefinitionProblem[] };

export async function getAutomation(
  ctx: WorkspaceContext,
  { automationId }: { automationId: string },
): Promise<Automation> {
  ctx.require("automations.read");
  return loadAutomation(ctx, automationId);
}

/** For the answer to a write: who may change an automation sees what became of it. */
export async function loadAutomation(ctx: WorkspaceContext, automationId: string): Promise<Automation> {
  const row = await findAutomationWithFigures(ctx.scope, automationId);
  if (!row) throw notFound();
  return { ...row, trigger: row.draft.trigger, problems: await problemsOf(ctx, row.draft) };
}
