import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { ChannelIcon } from "@/components/content/channel-icon";
import { hrefOf } from "@/components/layout/navigation";
import { Card } from "@/components/ui/display/card";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { toWireId } from "@/lib/contracts/wire/ids";
import type { Summary } from "@/lib/domain/analytics/get-summary";

type Props = { slug: string; campaigns: Summary["topCampaigns"] };

/** The campaigns that reached most people in the range, and how they were taken up. */
export function TopCampaigns({ slug, campaigns }: Props) {
  const t = useTranslations("analytics");
  const format = useFormatter();
  const rate = (percent: number | null) => (percent === null ? "–" : format.number(percent / 100, "percent"));
  return (
    <Card title={t("topCampaigns")} description={t("topCampaignsDescription")} flush className="h-full">
      {campaigns.length === 0 ? (
        <EmptyState className="py-8" title={t("noCampaigns")} description={t("noCampaignsDescription")} />
      ) : (
        <table className="w-full table-fixed text-sm tabular-nums">
          <caption className="sr-only">{t("topCampaigns")}</caption>
          <thead className="border-y bg-muted text-muted-foreground text-xs">
            <tr>
              <th scope="col" className="h-8 pl-4 text-left font-medium">
                {t("campaign")}
              </th>
              <th scope="col" className="w-20 pr-4 text-right font-medium">
                {t("counts.sent")}
              </th>
              <th scope="col" className="w-24 pr-4 text-right font-medium max-sm:hidden">
                {t("counts.opened")}
              </th>
              <th scope="col" className="w-24 pr-4 text-right font-medium max-sm:hidden">
                {t("counts.clicked")}
              </th>
            </tr>
          </thead>
          <tbody className="divide-y">
            {campaigns.map((campaign) => (
              <tr key={campaign.id} className="h-10">
                <th scope="row" className="pl-4 text-left font-medium">
                  <span className="flex min-w-0 items-center gap-2">
                    <ChannelIcon channel={campaign.channel} />
                    <Link
                      href={hrefOf(slug, `campaigns/${toWireId("campaign", campaign.id)}`)}
                      className="min-h-6 truncate rounded-sm leading-6 underline-offset-4 hover:underline"
                    >
                      {campaign.name}
                    </Link>
                  </span>
                </th>
                <td className="pr-4 text-right">{format.number(campaign.sent)}</td>
                <td className="pr-4 text-right max-sm:hidden">{rate(campaign.openedRate)}</td>
                <td className="pr-4 text-right max-sm:hidden">{rate(campaign.clickedRate)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}
