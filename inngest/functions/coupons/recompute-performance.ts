import { inngest } from "@/inngest/client";
import { performanceDue } from "@/inngest/events/coupon-performance";
import { asStep, contextOfJob } from "@/inngest/in-workspace";
import { figurePlaces } from "@/inngest/places";
import { recomputePerformance as recompute } from "@/lib/domain/coupons/performance/recompute-performance";

/** Computes the hours anew that have changed; what is told twice gives the same. */
export const recomputePerformance = inngest.createFunction(
  {
    id: "recompute-performance",
    triggers: [performanceDue],
    retries: 3,
    concurrency: [{ limit: figurePlaces }, { key: "event.data.workspaceId", limit: 1 }],
  },
  async ({ event, step }) => {
    const { workspaceId, from } = event.data;
    const ctx = contextOfJob("recompute-performance", workspaceId);
    return step.run("recompute", () =>
      asStep(() => recompute(ctx, { from: from === undefined ? undefined : new Date(from) })),
    );
  },
);
