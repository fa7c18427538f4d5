import type { CampaignGoal } from "@/lib/domain/coupons/offers/offer";

export const performanceGroupings = ["offer", "batch", "campaign", "goal", "utm"] as const;

export type PerformanceGrouping = (typeof performanceGroupings)[number];

/** What figures may be narrowed to. */
export type PerformanceFilter = {
  offerId?: string | undefined;
  batchId?: string | undefined;
  campaignId?: string | undefined;
  goal?: CampaignGoal | undefined;
  utmSource?: string | undefined;
  utmMedium?: string | undefined;
  utmCampaign?: string | undefined;
};
