"use client";

import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { useShell } from "@/components/layout/shell-context";
import { Card } from "@/components/ui/display/card";
import { type SmallColumn, SmallTable } from "@/components/ui/display/small-table";
import { type CouponIncremental, couponIncrementalOptions } from "./api";

type Arm = { name: string; people: number; converted: number };

/** Orders that a campaign's codes brought beyond what would have come anyway; nothing without a holdout. */
export function IncrementalCard({ campaignId }: { campaignId: string }) {
  const { slug } = useShell().workspace;
  const { data } = useQuery(couponIncrementalOptions(slug, campaignId));
  return data?.incremental ? <Found {...data} incremental={data.incremental} /> : null;
}

type Props = Omit<CouponIncremental, "incremental"> & {
  incremental: NonNullable<CouponIncremental["incremental"]>;
};

function Found({ treated, holdout, incremental }: Props) {
  const t = useTranslations("coupon-performance.incremental");
  const format = useFormatter();
  const { conversions, low, high, isSignificant } = incremental;
  const columns: SmallColumn<Arm>[] = [
    { header: t("arm"), cell: ({ name }) => name },
    {
      header: t("people"),
      cell: ({ people }) => format.number(people, "integer"),
      align: "right",
      className: "w-24",
    },
    {
      header: t("converted"),
      cell: ({ converted }) => format.number(converted, "integer"),
      align: "right",
      className: "w-24",
    },
    {
      header: t("share"),
      cell: ({ people, converted }) => (people > 0 ? format.number(converted / people, "percent") : "–"),
      align: "right",
      className: "w-24",
    },
  ];
  return (
    <Card title={t("title")} description={t("description")} flush>
      <div className="px-4 pb-3.5">
        <p className="font-semibold text-2xl tabular-nums">
          {format.number(conversions, { signDisplay: "exceptZero", maximumFractionDigits: 0 })}
        </p>
        <p className="text-muted-foreground text-sm">
          {t("between", { low, high })} {t(isSignificant ? "certain" : "uncertain")}
        </p>
      </div>
      <SmallTable
        caption={t("title")}
        columns={columns}
        rows={[
          { name: t("treated"), ...treated },
          { name: t("holdout"), ...holdout },
        ]}
        keyOf={({ name }) => name}
      />
    </Card>
  );
}
