"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Card } from "@/components/ui/display/card";
import { DateTime } from "@/components/ui/display/date-time";
import { DescriptionList } from "@/components/ui/display/description-list";
import { StatusPill } from "@/components/ui/display/status-pill";
import { ProviderAnswer } from "./answer/provider-answer";
import type { Provider } from "./api";
import { HealthPill } from "./health-pill";

export function HealthCard({ provider }: { provider: Provider }) {
  const t = useTranslations("providers");
  const format = useFormatter();
  const { health, lastSuccessAt, lastFailureAt, lastFailureDetail, ratePerSecond, day } = provider;
  const moment = (value: Date | null) => (value ? <DateTime value={value} /> : t("never"));
  const total = day.accepted + day.rejected + day.faulted;
  const items = [
    { term: t("health"), detail: <HealthPill health={health} /> },
    { term: t("tested"), detail: <LastTest provider={provider} /> },
    { term: t("lastSuccess"), detail: moment(lastSuccessAt) },
    { term: t("lastFailure"), detail: moment(lastFailureAt) },
    ...(lastFailureDetail
      ? [
          {
            term: t("lastFailureDetail"),
            detail: <ProviderAnswer raw={lastFailureDetail} />,
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

function LastTest({ provider: { testedAt, testFailure } }: { provider: Provider }) {
  const t = useTranslations("providers");
  if (!testedAt) return t("never");
  return (
    <div className="flex flex-col gap-1">
      <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <DateTime value={testedAt} />
        <StatusPill status={testFailure === null ? "done" : "failed"}>
          {t(testFailure === null ? "testWorked" : "testFailed")}
        </StatusPill>
      </span>
      {testFailure === null ? null : <ProviderAnswer raw={testFailure} />}
    </div>
  );
}
