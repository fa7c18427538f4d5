"use client";

import { useTranslations } from "next-intl";
import { FunnelChart } from "@/components/charts/funnel-chart";
import type { CouponFigures } from "./api";

/** From the message to the redemption, people whom a campaign brought. */
export function CouponFunnel({ figures }: { figures: CouponFigures }) {
  const t = useTranslations("coupon-performance");
  const { impressions, clicks, broughtContacts } = figures;
  return (
    <FunnelChart
      className="h-full"
      title={t("funnel")}
      description={t("funnelDescription")}
      steps={[
        { key: "delivered", label: t("steps.delivered"), value: impressions },
        { key: "clicked", label: t("steps.clicked"), value: clicks },
        { key: "redeemed", label: t("steps.redeemed"), value: broughtContacts },
      ]}
    />
  );
}
