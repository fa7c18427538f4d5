"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useCodeWords } from "@/components/notifications/use-code-words";
import { Card } from "@/components/ui/display/card";
import { type SmallColumn, SmallTable } from "@/components/ui/display/small-table";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import type { RunTotals } from "@/lib/domain/runs/run";

export type ReasonsTableProps = {
  skippedByReason: Record<string, number>;
  failedByCode: Record<string, number>;
  totals: Pick<RunTotals, "cancelled" | "unknown">;
};

type Reason = { key: string; kind: string; name: string; count: number };

/** Why some people did not get it, most frequent first. */
export function ReasonsTable(props: ReasonsTableProps) {
  const t = useTranslations("campaigns");
  const format = useFormatter();
  const rows = useReasons(props);
  const columns: SmallColumn<Reason>[] = [
    { header: t("reasons.reason"), cell: ({ name }) => name },
    {
      header: t("reasons.outcome"),
      cell: ({ kind }) => <span className="text-muted-foreground">{kind}</span>,
      className: "w-28",
    },
    {
      header: t("reasons.people"),
      cell: ({ count }) => format.number(count, "integer"),
      align: "right",
      className: "w-24",
    },
  ];
  return (
    <Card title={t("reasons.title")} flush={rows.length > 0}>
      {rows.length === 0 ? (
        <EmptyState className="py-6" title={t("reasons.none")} description={t("reasons.noneHelp")} />
      ) : (
        <SmallTable caption={t("reasons.title")} columns={columns} rows={rows} keyOf={({ key }) => key} />
      )}
    </Card>
  );
}

function useReasons({ skippedByReason, failedByCode, totals }: ReasonsTableProps): Reason[] {
  const t = useTranslations("campaigns");
  const tSkipped = useTranslations("notifications.skipReasons");
  const codeWords = useCodeWords();
  const skipped = Object.entries(skippedByReason).map(([code, count]) => ({
    key: `skipped:${code}`,
    kind: t("totals.skipped"),
    name: tSkipped.has(code) ? tSkipped(code) : code,
    count,
  }));
  const failed = Object.entries(failedByCode).map(([code, count]) => ({
    key: `failed:${code}`,
    kind: t("totals.failed"),
    name: codeWords(code),
    count,
  }));
  const open = (["cancelled", "unknown"] as const)
    .filter((part) => totals[part] > 0)
    .map((part) => ({
      key: part,
      kind: t(`totals.${part}`),
      name: t(`reasons.${part}`),
      count: totals[part],
    }));
  return [...skipped, ...failed, ...open].sort((left, right) => right.count - left.count);
}
