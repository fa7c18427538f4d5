import { z } from "zod";
import { reportRanges } from "@/lib/domain/analytics/report-range";
import { campaignGoals } from "@/lib/domain/coupons/offers/offer";
import { performanceGroupings } from "@/lib/domain/coupons/performance/grouping";
import { performanceBuckets } from "@/lib/domain/coupons/performance/performance-period";
import { defineContract } from "@/lib/platform/http/contract";
import { wireId } from "../wire/ids";
import { wireInstant } from "../wire/instants";
import { wireObject } from "../wire/wire-object";

const tag = "Coupon performance";

const count = z.number().int();
/** A sum may be larger than the integers that are exact here; it is told as near as can be. */
const minor = z.number().multipleOf(1);

const rate = (definition: string) =>
  z
    .number()
    .nullable()
    .meta({ description: `${definition}, in percent; null where there is nothing to divide by.` });

const moneyShape = {
  currency: z.string(),
  cashMinor: minor.meta({ description: "Paid at redemption." }),
  grantedMinor: minor.meta({ description: "List price less what was paid." }),
  attributedMinor: minor.meta({
    description: "Attributed orders less refunds. May be the same money as cash: never add them.",
  }),
};

const figuresShape = {
  impressions: count.meta({
    description: "Messages that arrived; where nothing tells of arrivals, that were sent.",
  }),
  clicks: count.meta({ description: "People." }),
  issued: count.meta({ description: "Codes given to recipients of messages." }),
  redemptions: count,
  broughtRedemptions: count.meta({ description: "Whose code a message brought." }),
  contacts: count.meta({ description: "Distinct people of the redemptions." }),
  broughtContacts: count.meta({ description: "Distinct people who redeemed what a message brought." }),
  paid: count.meta({ description: "Redemptions that cost something." }),
  orders: count.meta({ description: "Attributed ones." }),
  clickRate: rate("Clicks of impressions"),
  clickToRedemptionRate: rate("People who redeemed what a message brought, of those who clicked"),
  redemptionRate: rate("Redemptions whose code a message brought, of issued codes"),
  paidRate: rate("Redemptions that cost something, of redemptions"),
  money: z.array(
    wireObject({
      ...moneyShape,
      paid: count,
      orders: count,
      averageOrderMinor: minor
        .nullable()
        .meta({ description: "Cash of each redemption that cost something." }),
      costMinor: minor.nullable().meta({ description: "Of the offers whose cost is known." }),
      costAttributedMinor: minor
        .nullable()
        .meta({ description: "All that was ever attributed to those offers." }),
      roi: z.number().nullable().meta({
        description:
          "(cost_attributed_minor − cost_minor) ÷ cost_minor, since the beginning; null without a cost.",
      }),
    }),
  ),
};

const selectionShape = {
  range: z.enum(reportRanges).optional().meta({ description: "`7d` when neither it nor `from` is given." }),
  from: wireInstant.optional(),
  to: wireInstant.optional().meta({ description: "Now when absent." }),
  offerId: wireId("offer").optional(),
  batchId: wireId("batch").optional(),
  campaignId: wireId("campaign").optional(),
  goal: z.enum(campaignGoals).optional(),
  utmSource: z.string().max(200).optional(),
  utmMedium: z.string().max(200).optional(),
  utmCampaign: z.string().max(200).optional(),
};

export const getCouponPerformanceContract = defineContract({
  method: "GET",
  path: "/api/v1/coupons/performance",
  tag,
  summary: "Get what coupons bring",
  description:
    "Counts, rates and money of a span next to the span before, over time, and by one grouping. Days are the workspace's.",
  access: { permission: "coupons.read" },
  query: wireObject({
    ...selectionShape,
    bucket: z
      .enum(performanceBuckets)
      .optional()
      .meta({ description: "Hours for up to two days when absent, days beyond." }),
    groupBy: z.enum(performanceGroupings).optional(),
  }),
  status: 200,
  response: wireObject({
    from: wireInstant,
    to: wireInstant,
    bucket: z.enum(performanceBuckets),
    timeZone: z.string(),
    current: wireObject(figuresShape),
    previous: wireObject(figuresShape),
    series: z.array(
      wireObject({
        at: wireInstant,
        impressions: count,
        clicks: count,
        issued: count,
        redemptions: count,
        orders: count,
        money: z.array(wireObject(moneyShape)),
      }),
    ),
    groupBy: z.enum(performanceGroupings).nullable(),
    groups: z
      .array(
        wireObject({
          offerId: wireId("offer").nullable(),
          batchId: wireId("batch").nullable(),
          campaignId: wireId("campaign").nullable(),
          name: z.string().meta({ description: "Of the offer, batch or campaign." }),
          goal: z.enum([...campaignGoals, "none"]).nullable(),
          utm: wireObject({ source: z.string(), medium: z.string(), campaign: z.string() }).nullable(),
          ...figuresShape,
        }),
      )
      .meta({ description: "At most 50, the most redeemed first." }),
    updatedAt: wireInstant.nullable().meta({
      description:
        "When the figures were last computed, which is done when something has changed; null: never yet.",
    }),
  }).meta({ id: "CouponPerformance" }),
});

export const getCouponHeatMapContract = defineContract({
  method: "GET",
  path: "/api/v1/coupons/performance/heat-map",
  tag,
  summary: "Get when people redeem",
  description: "By weekday and hour of the workspace's clock. Cells without anything are left out.",
  access: { permission: "coupons.read" },
  query: wireObject(selectionShape),
  status: 200,
  response: wireObject({
    from: wireInstant,
    to: wireInstant,
    timeZone: z.string(),
    cells: z.array(
      wireObject({
        weekday: count.meta({ description: "1 is Monday." }),
        hour: count,
        redemptions: count,
        clicks: count,
        orders: count,
      }),
    ),
  }).meta({ id: "CouponHeatMap" }),
});

export const requestCouponPerformanceContract = defineContract({
  method: "POST",
  path: "/api/v1/coupons/performance/recomputations",
  tag,
  summary: "Have the figures computed anew",
  description:
    "They are every minute by themselves, as far as anything has changed. With `from`: all hours since, whatever has changed.",
  access: { permission: "coupons.write" },
  body: wireObject({ from: wireInstant.optional() }),
  status: 202,
  response: wireObject({ requestedAt: wireInstant }),
});

const arm = wireObject({ people: count, converted: count });

export const getCouponIncrementalContract = defineContract({
  method: "GET",
  path: "/api/v1/coupons/performance/incremental",
  tag,
  summary: "Get what a campaign's codes brought beyond what would have come anyway",
  description: [
    "Compares people whom the campaign's message reached with a code with its holdout, whom it reached without one. A person",
    "has converted who ordered within the offer's attribution window.",
  ].join(" "),
  access: { permission: "coupons.read" },
  query: wireObject({ campaignId: wireId("campaign") }),
  status: 200,
  response: wireObject({
    treated: arm,
    holdout: arm,
    incremental: wireObject({
      conversions: count,
      low: count,
      high: count,
      points: z.number().meta({ description: "Difference of the shares, in percentage points." }),
      isSignificant: z.boolean(),
    })
      .nullable()
      .meta({ description: "With its interval of 95 %, Newcombe's; null without a holdout." }),
  }).meta({ id: "CouponIncremental" }),
});
