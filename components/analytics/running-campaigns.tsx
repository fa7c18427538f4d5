import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { campaignPageHref } from "@/components/campaigns/campaign-href";
import { Card } from "@/components/ui/display/card";
import { StatusPill } from "@/components/ui/display/status-pill";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { Progress } from "@/components/ui/feedback/progress";
import type { Campaign } from "@/lib/domain/campaigns/get-campaign";

/** Campaigns that are being sent or are held, and how far each is. */
export function RunningCampaigns({ slug, campaigns }: { slug: string; campaigns: readonly Campaign[] }) {
  const t = useTranslations("analytics");
  const format = useFormatter();
  return (
    <Card title={t("running")} description={t("runningDescription")} className="h-full">
      {campaigns.length === 0 ? (
        <EmptyState
          className="py-4"
          title={t("nothingRunning")}
          description={t("nothingRunningDescription")}
        />
      ) : (
        <ul className="space-y-4">
          {campaigns.map(({ id, name, status, totals }) => {
            const audience = totals?.audience ?? 0;
            const done = audience - (totals?.pending ?? 0);
            const isPaused = status === "paused";
            return (
              <li key={id}>
                <div className="mb-2 flex min-w-0 items-center justify-between gap-2">
                  <Link
                    href={campaignPageHref(slug, id)}
                    className="min-h-6 truncate rounded-sm font-medium text-sm leading-6 underline-offset-4 hover:underline"
                  >
                    {name}
                  </Link>
                  <StatusPill status={isPaused ? "paused" : "active"}>
                    {t(isPaused ? "paused" : "sending")}
                  </StatusPill>
                </div>
                <Progress
                  label={t("progress")}
                  value={audience > 0 ? done : null}
                  max={Math.max(1, audience)}
                  tone={isPaused ? "warning" : "brand"}
                  detail={t("doneOf", { done: format.number(done), audience: format.number(audience) })}
                />
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
}
