"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { hrefOf } from "@/components/layout/navigation";
import { useShell } from "@/components/layout/shell-context";
import { Button } from "@/components/ui/actions/button";
import { Card } from "@/components/ui/display/card";
import { DateTime } from "@/components/ui/display/date-time";
import { type SmallColumn, SmallTable } from "@/components/ui/display/small-table";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { ErrorState } from "@/components/ui/feedback/error-state";
import { Skeleton } from "@/components/ui/feedback/skeleton";
import { toWireId } from "@/lib/contracts/wire/ids";
import { type Campaign, type CampaignRun, runsOptions } from "../api";

/** Every time a series went out; each leads to the people of that time. */
export function SeriesRuns({ campaign }: { campaign: Campaign }) {
  const t = useTranslations("campaigns.runs");
  const { slug } = useShell().workspace;
  const query = useInfiniteQuery(runsOptions(slug, campaign.id, campaign.runId));
  const columns = useColumns();
  const runs = query.data?.pages.flatMap(({ data }) => data);
  return (
    <Card title={t("title")} description={t("description")} flush={runs !== undefined && runs.length > 0}>
      {query.isError ? <ErrorState onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? <Skeleton className="h-32 w-full" /> : null}
      {runs?.length === 0 ? (
        <EmptyState className="py-6" title={t("none")} description={t("noneHelp")} />
      ) : null}
      {runs && runs.length > 0 ? (
        <SmallTable caption={t("title")} columns={columns} rows={runs} keyOf={({ id }) => id} />
      ) : null}
      {query.hasNextPage ? (
        <div className="border-t p-3 text-center">
          <Button size="sm" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t("more")}
          </Button>
        </div>
      ) : null}
    </Card>
  );
}

function useColumns(): SmallColumn<CampaignRun>[] {
  const t = useTranslations("campaigns");
  const format = useFormatter();
  const { slug } = useShell().workspace;
  const count = (key: "audience" | "sent" | "skipped" | "failed", className: string) =>
    ({
      header: t(`totals.${key}`),
      cell: ({ totals }: CampaignRun) => format.number(totals[key], "integer"),
      align: "right",
      className,
    }) as const;
  return [
    {
      header: t("runs.date"),
      cell: ({ id, sendAt }) => (
        <Link
          href={`${hrefOf(slug, "notifications")}?run=${toWireId("run", id)}`}
          className="text-brand underline-offset-4 hover:underline"
        >
          <DateTime value={sendAt} display="dateTime" />
        </Link>
      ),
    },
    {
      header: t("columns.status"),
      cell: ({ status }) => <span className="text-muted-foreground">{t(`runs.statuses.${status}`)}</span>,
      className: "w-28 max-sm:hidden",
    },
    count("audience", "w-24"),
    count("sent", "w-20"),
    count("skipped", "w-24 max-sm:hidden"),
    count("failed", "w-24 max-sm:hidden"),
  ];
}
