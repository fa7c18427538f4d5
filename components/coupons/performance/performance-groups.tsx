"use client";

import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { campaignPageHref } from "@/components/campaigns/campaign-href";
import { batchHref } from "@/components/coupons/batches/batch-href";
import { offerHref } from "@/components/coupons/offers/offer-href";
import { Card } from "@/components/ui/display/card";
import { type SmallColumn, SmallTable } from "@/components/ui/display/small-table";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { useMoney } from "../use-money";
import type { CouponGroup } from "./api";
import { GroupingPicker } from "./grouping-picker";

type Props = { slug: string; groups: readonly CouponGroup[] };

/** Which offers, campaigns, batches, goals or sources brought what. */
export function PerformanceGroups({ slug, groups }: Props) {
  const t = useTranslations("coupon-performance");
  const format = useFormatter();
  const money = useMoney();
  const amounts = (group: CouponGroup, of: "cashMinor" | "attributedMinor" | "grantedMinor") => {
    const own = group.money.filter((one) => one[of] !== 0);
    if (own.length === 0) return "–";
    return own.map((one) => (
      <span key={one.currency} className="block truncate">
        {money(one[of], one.currency)}
      </span>
    ));
  };
  const right = { align: "right" } as const;
  const columns: SmallColumn<CouponGroup>[] = [
    { header: t("columns.name"), cell: (group) => <GroupName slug={slug} group={group} /> },
    {
      header: t("columns.redemptions"),
      cell: ({ redemptions }) => format.number(redemptions, "integer"),
      ...right,
      className: "w-24",
    },
    {
      header: t("columns.people"),
      cell: ({ contacts }) => format.number(contacts, "integer"),
      ...right,
      className: "w-20 max-md:hidden",
    },
    {
      header: t("columns.redemptionRate"),
      cell: ({ redemptionRate }) =>
        redemptionRate === null ? "–" : format.number(redemptionRate / 100, "percent"),
      ...right,
      className: "w-28 max-lg:hidden",
    },
    {
      header: t("columns.cash"),
      cell: (group) => amounts(group, "cashMinor"),
      ...right,
      className: "w-32 max-sm:hidden",
    },
    {
      header: t("columns.granted"),
      cell: (group) => amounts(group, "grantedMinor"),
      ...right,
      className: "w-32 max-lg:hidden",
    },
    {
      header: t("columns.attributed"),
      cell: (group) => amounts(group, "attributedMinor"),
      ...right,
      className: "w-32 max-sm:w-28",
    },
    {
      header: t("columns.roi"),
      cell: (group) => {
        const roi = group.money.find((one) => one.roi !== null)?.roi;
        return roi == null ? "–" : format.number(roi, "percent");
      },
      ...right,
      className: "w-20 max-md:hidden",
    },
  ];
  return (
    <Card title={t("breakdown")} description={t("breakdownDescription")} flush actions={<GroupingPicker />}>
      {groups.length === 0 ? (
        <EmptyState className="border-t py-8" title={t("noGroups")} description={t("noGroupsDescription")} />
      ) : (
        <SmallTable caption={t("breakdown")} columns={columns} rows={groups} keyOf={keyOf} />
      )}
    </Card>
  );
}

const keyOf = ({ offerId, batchId, campaignId, goal, utm }: CouponGroup): string =>
  offerId ?? batchId ?? campaignId ?? goal ?? JSON.stringify(utm);

function GroupName({ slug, group }: { slug: string; group: CouponGroup }) {
  const t = useTranslations("coupon-performance");
  const { offerId, batchId, campaignId, name, goal, utm } = group;
  if (goal) return <span className="block truncate font-medium">{t(`goals.${goal}`)}</span>;
  if (utm) {
    const parts = [utm.source, utm.medium, utm.campaign];
    const isNone = parts.every((part) => part === "");
    return (
      <span className="block truncate font-medium">
        {isNone ? t("noUtm") : parts.map((part) => part || "–").join(" / ")}
      </span>
    );
  }
  const href = offerId
    ? offerHref(slug, offerId)
    : batchId
      ? batchHref(slug, batchId)
      : campaignPageHref(slug, campaignId ?? "");
  return (
    <Link
      href={href}
      className="block min-h-6 truncate rounded-sm font-medium leading-6 underline-offset-4 hover:underline"
    >
      {name}
    </Link>
  );
}
