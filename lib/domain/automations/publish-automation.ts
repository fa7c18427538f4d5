import {
  type AutomationRow,
  insertVersion,
  lockAutomation,
  resetListeners,
} from "@/db/queries/automations/automations";
import { saveMessageCampaigns } from "@/db/queries/automations/message-campaigns";
import type { TransactionContext, WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { notFound } from "@/lib/platform/errors";
import { assertOwnReports } from "./assert-own-steps";
import { assertReady } from "./assert-ready";
import { assertSameVersion } from "./assert-same-version";
import { assertCan } from "./automation";
import { listenedEvents, messageSteps } from "./definition";
import { type Automation, loadAutomation } from "./get-automation";

/** Makes the draft live: new people follow it, those inside go on with what they came in by. */
export async function publishAutomation(
  ctx: WorkspaceContext,
  { automationId, version }: { automationId: string; version?: number | undefined },
): Promise<Automation> {
  ctx.require("automations.publish");
  await ctx.transaction(async (tx) => {
    const row = await lockAutomation(tx.scope, automationId);
    if (!row) throw notFound();
    assertCan(row.status, "publish");
    assertSameVersion(row, version);
    await assertReady(tx, row.draft, "go live");
    await publish(tx, row);
  });
  return loadAutomation(ctx, automationId);
}

async function publish(
  tx: TransactionContext,
  { id, name, draft, liveNumber }: AutomationRow,
): Promise<void> {
  const number = (liveNumber ?? 0) + 1;
  await insertVersion(tx.scope, {
    automationId: id,
    number,
    definition: draft,
    listens: listenedEvents(draft),
    by: tx.actor.name,
    from: tx.now(),
  });
  await saveMessageCampaigns(tx.scope, {
    automationId: id,
    name,
    by: tx.actor.name,
    steps: messageSteps(draft),
  });
  await assertOwnReports(tx.scope, { automationId: id, definition: draft });
  await resetListeners(tx.scope);
  await tx.audit("automation.published", { kind: "automation", id, name }, { after: { number } });
}
