"use client";

import { useTranslations } from "next-intl";
import { FunnelChart } from "@/components/charts/funnel-chart";
import type { Counts } from "@/lib/domain/analytics/engagement";

const steps = ["sent", "delivered", "opened", "clicked"] as const;

/** What was never reported has no step: no receipts is not the same as nobody. */
export function DeliveryFunnel({ counts }: { counts: Counts }) {
  const t = useTranslations("analytics");
  const measured = steps.filter((key) => key === "sent" || counts[key] > 0);
  const isPartial = counts.sent > 0 && measured.length < steps.length;
  return (
    <FunnelChart
      className="h-full"
      title={t("funnel")}
      description={isPartial ? t("funnelPartial") : t("funnelDescription")}
      steps={measured.map((key) => ({ key, label: t(`counts.${key}`), value: counts[key] }))}
    />
  );
}
