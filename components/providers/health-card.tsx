"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Card } from "@/components/ui/display/card";
import { DateTime } from "@/components/ui/display/date-time";
import { DescriptionList } from "@/components/ui/display/description-list";
import type { Provider } from "./api";
import { HealthPill } from "./health-pill";

export function HealthCard({ provider }: { provider: Provider }) {
  const t = useTranslations("providers");
  const format = useFormatter();
  const { health, verifiedAt, lastSuccessAt, lastFailureAt, lastFailureDetail, ratePerSecond, day } =
    provider;
  const moment = (value: Date | null) => (value ? <DateTime value={value} /> : t("never"));
  const total = day.accepted + day.rejected + day.faulted;
  const items = [
    { term: t("health"), detail: <HealthPill health={health} /> },
    { term: t("verifiedAt"), detail: moment(verifiedAt) },
    { term: t("lastSuccess"), detail: moment(lastSuccessAt) },
    { term: t("lastFailure"), detail: moment(lastFailureAt) },
    ...(lastFailureDetail
      ? [
          {
            term: t("lastFailureDetail"),
            detail: <span className="font-mono text-xs">{lastFailureDetail}</span>,
          },
        ]
      : []),
    {
      term: t("day"),
      detail:
        total === 0
          ? t("dayNone")
          : t("dayTotals", {
              accepted: format.number(day.accepted),
              rejected: format.number(day.rejected),
              faulted: format.number(day.faulted),
              share: format.number(day.accepted / total, "percent"),
            }),
    },
    { term: t("rate"), detail: t("perSecond", { rate: format.number(ratePerSecond) }) },
  ];
  return (
    <Card title={t("healthTitle")} description={t(`healthHelp.${health}`)}>
      <DescriptionList items={items} />
    </Card>
  );
}
