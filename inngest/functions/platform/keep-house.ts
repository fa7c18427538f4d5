import { cron } from "inngest";
import { database } from "@/db/client";
import { unsafeAcrossWorkspacesPurgeOfferLimits } from "@/db/queries/system/coupons";
import { unsafeAcrossWorkspacesPurgeEarlyReceipts } from "@/db/queries/system/early-receipts";
import {
  createPartitions,
  purgeRateLimits,
  unsafeAcrossWorkspacesPurgeIdempotencyKeys,
  unsafeAcrossWorkspacesPurgeSlots,
} from "@/db/queries/system/housekeeping";
import { purgePasswordResets } from "@/db/queries/system/password-resets";
import { SystemScope } from "@/db/scope";
import { inngest } from "@/inngest/client";
import { timerPlaces } from "@/inngest/places";
import { purgeTraces } from "@/lib/domain/coupons/redemptions/keep-ledger";
import { sweepDeletedWorkspaces } from "@/lib/domain/workspaces/sweep-deleted-workspaces";

/** Once an hour: partitions of the coming months, and rows that have served their time. */
export const keepHouse = inngest.createFunction(
  { id: "keep-house", triggers: [cron("17 * * * *")], retries: 2, concurrency: { limit: timerPlaces } },
  async ({ step }) => {
    const system = SystemScope.mint(database());
    await step.run("create-partitions", () => createPartitions(system));
    await step.run("purge-idempotency-keys", () => unsafeAcrossWorkspacesPurgeIdempotencyKeys(system));
    await step.run("purge-slots", () => unsafeAcrossWorkspacesPurgeSlots(system));
    await step.run("purge-early-receipts", () => unsafeAcrossWorkspacesPurgeEarlyReceipts(system));
    await step.run("purge-password-resets", () => purgePasswordResets(system));
    await step.run("purge-rate-limits", () => purgeRateLimits(system));
    await step.run("purge-coupon-traces", () => purgeTraces(system, new Date()));
    await step.run("purge-offer-limits", () => unsafeAcrossWorkspacesPurgeOfferLimits(system));
    await step.run("erase-deleted-workspaces", () => sweepDeletedWorkspaces(system, new Date()));
  },
);
