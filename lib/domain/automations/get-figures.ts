import { findAutomation } from "@/db/queries/automations/automations";
import {
  listDays,
  listExits,
  listMessageFigures,
  listPassed,
  listWaiting,
} from "@/db/queries/automations/figures";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { notFound } from "@/lib/platform/errors";

const daysMillis = 30 * 86_400_000;

/** Where people are now, and what became of those before them. Test runs do not count. */
export async function getFigures(ctx: WorkspaceContext, { automationId }: { automationId: string }) {
  ctx.require("automations.read");
  if (!(await findAutomation(ctx.scope, automationId))) throw notFound();
  const [waiting, passed, exits, messages, days] = await Promise.all([
    listWaiting(ctx.scope, automationId),
    listPassed(ctx.scope, automationId),
    listExits(ctx.scope, automationId),
    listMessageFigures(ctx.scope, automationId),
    listDays(ctx.scope, automationId, new Date(ctx.now().getTime() - daysMillis)),
  ]);
  return { waiting, passed, exits, messages, days };
}
