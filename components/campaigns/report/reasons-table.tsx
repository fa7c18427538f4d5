"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useCodeWords } from "@/components/notifications/use-code-words";
import { Card } from "@/components/ui/display/card";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import type { RunTotals } from "@/lib/domain/runs/run";

export type ReasonsTableProps = {
  skippedByReason: Record<string, number>;
  failedByCode: Record<string, number>;
  totals: Pick<RunTotals, "cancelled" | "unknown">;
};

/** Why some people did not get it, most frequent first. */
export function ReasonsTable({ skippedByReason, failedByCode, totals }: ReasonsTableProps) {
  const t = useTranslations("campaigns");
  const format = useFormatter();
  const tSkipped = useTranslations("notifications.skipReasons");
  const codeWords = useCodeWords();
  const rows = [
    ...Object.entries(skippedByReason).map(([code, count]) => ({
      key: `skipped:${code}`,
      kind: t("totals.skipped"),
      name: tSkipped.has(code) ? tSkipped(code) : code,
      count,
    })),
    ...Object.entries(failedByCode).map(([code, count]) => ({
      key: `failed:${code}`,
      kind: t("totals.failed"),
      name: codeWords(code),
      count,
    })),
    ...(["cancelled", "unknown"] as const)
      .filter((part) => totals[part] > 0)
      .map((part) => ({
        key: part,
        kind: t(`totals.${part}`),
        name: t(`reasons.${part}`),
        count: totals[part],
      })),
  ].sort((left, right) => right.count - left.count);
  if (rows.length === 0) {
    return (
      <Card title={t("reasons.title")}>
        <EmptyState className="py-6" title={t("reasons.none")} description={t("reasons.noneHelp")} />
      </Card>
    );
  }
  return (
    <Card title={t("reasons.title")} flush>
      <div className="overflow-x-auto">
        <table className="w-full text-sm">
          <caption className="sr-only">{t("reasons.title")}</caption>
          <thead className="border-y bg-muted/50 text-muted-foreground text-xs">
            <tr>
              <th scope="col" className="h-8 px-4 text-left font-medium">
                {t("reasons.reason")}
              </th>
              <th scope="col" className="px-4 text-left font-medium">
                {t("reasons.outcome")}
              </th>
              <th scope="col" className="px-4 text-right font-medium">
                {t("reasons.people")}
              </th>
            </tr>
          </thead>
          <tbody className="divide-y">
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row" className="px-4 py-2 text-left font-normal">
                  {row.name}
                </th>
                <td className="px-4 py-2 text-muted-foreground">{row.kind}</td>
                <td className="px-4 py-2 text-right tabular-nums">{format.number(row.count, "integer")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
