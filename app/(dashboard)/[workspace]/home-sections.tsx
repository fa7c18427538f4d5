import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { DeliveryFunnel } from "@/components/analytics/delivery-funnel";
import { FigureCards } from "@/components/analytics/figure-cards";
import { LiveRefresh } from "@/components/analytics/live-refresh";
import { RecentFailures } from "@/components/analytics/recent-failures";
import { RunningCampaigns } from "@/components/analytics/running-campaigns";
import { SendsChart } from "@/components/analytics/sends-chart";
import { ChecklistSwitch } from "@/components/analytics/setup/checklist-switch";
import { SetupChecklist } from "@/components/analytics/setup/setup-checklist";
import { TopCampaigns } from "@/components/analytics/top-campaigns";
import { CouponCards } from "@/components/coupons/performance/coupon-cards";
import { getSetupProgress } from "@/lib/domain/analytics/get-setup-progress";
import { getSummary } from "@/lib/domain/analytics/get-summary";
import type { ReportRange } from "@/lib/domain/analytics/report-range";
import { listCampaigns } from "@/lib/domain/campaigns/lists/list-campaigns";
import { getPerformance } from "@/lib/domain/coupons/performance/get-performance";
import { listNotifications } from "@/lib/domain/notifications/list-notifications";
import { requireWorkspace } from "@/lib/platform/context/page-context";

export type HomeSection = { slug: string; range: ReportRange };

/** The cards wait for one summary together, those without it for nobody. */
const readSummary = cache(async (slug: string, range: ReportRange) =>
  getSummary((await requireWorkspace(slug)).ctx, { range }),
);

const refreshSeconds = { idle: 30, sending: 5 };

export async function RefreshSection({ slug, range }: HomeSection) {
  const summary = await readSummary(slug, range);
  const isSending = summary.sendingCampaignCount > 0;
  const everySeconds = isSending ? refreshSeconds.sending : refreshSeconds.idle;
  return <LiveRefresh updatedAt={summary.updatedAt} everySeconds={everySeconds} />;
}

export async function FiguresSection({ slug, range }: HomeSection) {
  const [summary, today] = await Promise.all([readSummary(slug, range), readSummary(slug, "today")]);
  return <FigureCards slug={slug} summary={summary} today={today} />;
}

export async function CouponsSection({ slug, range }: HomeSection) {
  const { ctx } = await requireWorkspace(slug);
  if (!ctx.can("coupons.read")) return null;
  const [performance, t] = await Promise.all([getPerformance(ctx, { range }), getTranslations("analytics")]);
  return (
    <CouponCards slug={slug} range={range} performance={performance} comparedTo={t(`before.${range}`)} />
  );
}

export async function SendsSection({ slug, range }: HomeSection) {
  return <SendsChart slug={slug} summary={await readSummary(slug, range)} />;
}

export async function FunnelSection({ slug, range }: HomeSection) {
  return <DeliveryFunnel counts={(await readSummary(slug, range)).current} />;
}

export async function TopSection({ slug, range }: HomeSection) {
  return <TopCampaigns slug={slug} campaigns={(await readSummary(slug, range)).topCampaigns} />;
}

const shownMax = 5;

export async function RunningSection({ slug }: { slug: string }) {
  const { ctx } = await requireWorkspace(slug);
  const { data } = await listCampaigns(ctx, { status: ["sending", "paused"], limit: shownMax });
  return <RunningCampaigns slug={slug} campaigns={data} />;
}

export async function FailuresSection({ slug }: { slug: string }) {
  const { ctx } = await requireWorkspace(slug);
  const { data } = await listNotifications(ctx, { status: ["failed"], limit: shownMax });
  return <RecentFailures slug={slug} notifications={data} />;
}

export async function SetupSection({ slug, isHidden }: { slug: string; isHidden: boolean }) {
  const { ctx } = await requireWorkspace(slug);
  // Its first steps are other people's to take.
  if (!ctx.can("campaigns.write")) return null;
  const state = await getSetupProgress(ctx);
  if (state.isComplete) return null;
  if (isHidden)
    return (
      <div className="self-start">
        <ChecklistSwitch slug={slug} to="shown" />
      </div>
    );
  return <SetupChecklist slug={slug} state={state} />;
}
