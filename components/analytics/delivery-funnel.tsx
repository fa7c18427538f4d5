"use client";

import { useTranslations } from "next-intl";
import { FunnelChart } from "@/components/charts/funnel-chart";
import type { Counts, Reported } from "@/lib/domain/analytics/engagement";

const steps = ["sent", "delivered", "opened", "clicked"] as const;

export type DeliveryFunnelProps = { counts: Counts & { reported: Reported } };

/**
 * Follows the messages whose arrival is reported; the others would look like lost ones. What was never reported has no
 * step: no receipts is not the same as nobody.
 */
export function DeliveryFunnel({ counts: { reported, ...all } }: DeliveryFunnelProps) {
  const t = useTranslations("analytics");
  const counts = reported.sent > 0 ? reported : all;
  const measured = steps.filter((key) => key === "sent" || counts[key] > 0);
  const isPartial = counts.sent > 0 && measured.length < steps.length;
  return (
    <FunnelChart
      className="h-full"
      title={t("funnel")}
      description={
        counts.sent < all.sent
          ? t("funnelReported", { reported: counts.sent, sent: all.sent })
          : t(isPartial ? "funnelPartial" : "funnelDescription")
      }
      steps={measured.map((key) => ({ key, label: t(`counts.${key}`), value: counts[key] }))}
    />
  );
}
