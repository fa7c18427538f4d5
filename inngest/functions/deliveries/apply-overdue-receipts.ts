import { cron } from "inngest";
import { database } from "@/db/client";
import { unsafeAcrossWorkspacesListOverdueReceipts } from "@/db/queries/system/early-receipts";
import { SystemScope } from "@/db/scope";
import { inngest } from "@/inngest/client";
import { contextOfJob } from "@/inngest/in-workspace";
import { timerPlaces } from "@/inngest/places";
import { applyEarlyReceipts } from "@/lib/domain/deliveries/apply-receipts";
import { announceFigures } from "@/lib/domain/runs/announce-progress";

/** Takes care of receipts that their sender did not live to take. */
export const applyOverdueReceipts = inngest.createFunction(
  {
    id: "apply-overdue-receipts",
    triggers: [cron("*/2 * * * *")],
    retries: 0,
    concurrency: { limit: timerPlaces },
  },
  ({ step }) => step.run("apply", applyOverdue),
);

async function applyOverdue(): Promise<{ messages: number }> {
  const overdue = await unsafeAcrossWorkspacesListOverdueReceipts(SystemScope.mint(database()));
  for (const { workspaceId, providerMessageIds } of overdue) {
    const ctx = contextOfJob("apply-overdue-receipts", workspaceId);
    for (const campaignId of await applyEarlyReceipts(ctx.scope, providerMessageIds))
      announceFigures(ctx, campaignId);
  }
  return { messages: overdue.reduce((sum, { providerMessageIds }) => sum + providerMessageIds.length, 0) };
}
