"use client";

import { useMay } from "@/components/layout/shell-context";
import { IncrementalCard } from "./incremental-card";
import { NarrowedPerformance } from "./narrowed-performance";

/** What a campaign's codes and orders brought, for its report; nothing where it has neither. */
export function CampaignCouponPerformance({ campaignId, since }: { campaignId: string; since: Date }) {
  if (!useMay("coupons.read")) return null;
  return (
    <NarrowedPerformance selection={{ campaignId }} since={since}>
      <IncrementalCard campaignId={campaignId} />
    </NarrowedPerformance>
  );
}
