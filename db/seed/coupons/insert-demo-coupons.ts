import type { WorkspaceScope } from "@/db/scope";
import { demoCampaigns } from "../campaigns/demo-campaigns";
import type { DemoWorkspace } from "../demo-workspaces";
import { demoBatches } from "./demo-batches";
import { demoOffers } from "./demo-offers";
import { demoPlans } from "./demo-plans";
import { demoRedemptions } from "./demo-redemptions";
import { demoRefusals } from "./demo-refusals";
import {
  insertAllocations,
  insertOrders,
  insertRedemptions,
  insertRefusals,
  insertSums,
} from "./insert-ledger";
import { insertBatch, insertOffers, insertPlans } from "./insert-rules";

const daysBack = 96;
const runsWithCodes = 2;

/** Coupons with ninety days of use. `contactIds`: of the workspace, the oldest first. Campaigns are there already. */
export async function insertDemoCoupons(
  tx: WorkspaceScope,
  workspace: DemoWorkspace,
  { contactIds, now }: { contactIds: string[]; now: Date },
): Promise<void> {
  const madeAt = new Date(now.getTime() - daysBack * 86_400_000);
  const plans = demoPlans(workspace, madeAt);
  const offers = demoOffers(workspace, plans, now);
  const batches = demoBatches(workspace, offers, now);
  await insertPlans(tx, plans, madeAt);
  await insertOffers(tx, offers, now);
  for (const batch of batches) await insertBatch(tx, batch);
  const messages = batches.find(({ offerKey }) => offerKey === "yearly");
  const runIds = demoCampaigns(workspace, now)
    .filter(({ hasPeople }) => hasPeople)
    .slice(-runsWithCodes)
    .map(({ runId }) => runId);
  const allocations = messages
    ? await insertAllocations(tx, { batchId: messages.id, runIds, codes: messages.codes.length })
    : [];
  const redemptions = demoRedemptions({ workspace, plans, offers, batches, allocations, contactIds, now });
  await insertRedemptions(tx, redemptions);
  // Postgres may have counted them before the transaction, which makes them look empty.
  await tx.sql`analyze runs, offers, coupon_codes, code_allocations, coupon_redemptions`;
  await insertSums(tx);
  await insertOrders(tx, now);
  await insertRefusals(tx, demoRefusals({ workspace, offers, batches, redemptions, contactIds, now }));
}
