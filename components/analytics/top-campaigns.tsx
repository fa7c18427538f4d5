import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { campaignPageHref } from "@/components/campaigns/campaign-href";
import { ChannelIcon } from "@/components/content/channel-icon";
import { Card } from "@/components/ui/display/card";
import { type SmallColumn, SmallTable } from "@/components/ui/display/small-table";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import type { Summary } from "@/lib/domain/analytics/get-summary";

type Props = { slug: string; campaigns: Summary["topCampaigns"] };
type TopCampaign = Props["campaigns"][number];

/** The campaigns that reached most people in the range, and how they were taken up. */
export function TopCampaigns({ slug, campaigns }: Props) {
  const t = useTranslations("analytics");
  const format = useFormatter();
  const rate = (percent: number | null) => (percent === null ? "–" : format.number(percent / 100, "percent"));
  const columns: SmallColumn<TopCampaign>[] = [
    { header: t("campaign"), cell: (campaign) => <CampaignName slug={slug} campaign={campaign} /> },
    {
      header: t("counts.sent"),
      cell: ({ sent }) => format.number(sent, "integer"),
      align: "right",
      className: "w-20",
    },
    {
      header: t("counts.opened"),
      cell: ({ openedRate }) => rate(openedRate),
      align: "right",
      className: "w-24 max-sm:hidden",
    },
    {
      header: t("counts.clicked"),
      cell: ({ clickedRate }) => rate(clickedRate),
      align: "right",
      className: "w-24 max-sm:hidden",
    },
  ];
  return (
    <Card title={t("topCampaigns")} description={t("topCampaignsDescription")} flush className="h-full">
      {campaigns.length === 0 ? (
        <EmptyState className="py-8" title={t("noCampaigns")} description={t("noCampaignsDescription")} />
      ) : (
        <SmallTable caption={t("topCampaigns")} columns={columns} rows={campaigns} keyOf={({ id }) => id} />
      )}
    </Card>
  );
}

function CampaignName({ slug, campaign }: { slug: string; campaign: TopCampaign }) {
  return (
    <span className="flex min-w-0 items-center gap-2 font-medium">
      <ChannelIcon channel={campaign.channel} />
      <Link
        href={campaignPageHref(slug, campaign.id)}
        className="min-h-6 truncate rounded-sm leading-6 underline-offset-4 hover:underline"
      >
        {campaign.name}
      </Link>
    </span>
  );
}
