"use client";

import { useQuery } from "@tanstack/react-query";
import { Ticket } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useShell } from "@/components/layout/shell-context";
import { DataTable } from "@/components/ui/data-table/data-table";
import type { TableFilter } from "@/components/ui/data-table/table-filters";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { useLive } from "@/lib/browser/realtime/use-live";
import {
  type RedemptionStatus,
  redemptionSources,
  redemptionStatuses,
} from "@/lib/domain/coupons/redemptions/redemption";
import { redemptionsOptions, signalPauseMillis } from "./api";
import { ExportRedemptions } from "./export-redemptions";
import { LiveButton } from "./live-button";
import { LogChips } from "./log-chips";
import { redemptionHref } from "./redemption-href";
import { periodDays, useLogQuery } from "./use-log-query";
import { useNarrowingFilters } from "./use-narrowing-filters";
import { useRedemptionColumns } from "./use-redemption-columns";

type Source = (typeof redemptionSources)[number];

/** The ledger as it is written, the newest first. */
export function RedemptionsTab() {
  const t = useTranslations("redemptions");
  const { workspace } = useShell();
  const columns = useRedemptionColumns();
  const [isPaused, setIsPaused] = useState(false);
  const { state, filters, ids, narrowing, page, isAtTop } = useLogQuery({
    status: redemptionStatuses,
    source: redemptionSources,
  });
  const chosen = {
    ...(filters.status ? { status: filters.status as RedemptionStatus[] } : {}),
    ...(filters.source ? { source: filters.source as Source[] } : {}),
  };
  const options = redemptionsOptions(
    workspace.slug,
    { ...page, ...narrowing, ...chosen },
    !isPaused && isAtTop,
  );
  const query = useQuery(useLive(options, signalPauseMillis));
  const narrowings = useNarrowingFilters(workspace.slug, ids);
  const offered: TableFilter[] = [
    {
      id: "status",
      label: t("status"),
      options: redemptionStatuses.map((value) => ({ value, label: t(`statuses.${value}`) })),
    },
    {
      id: "source",
      label: t("source"),
      options: redemptionSources.map((value) => ({ value, label: t(`sources.${value}`) })),
    },
    ...narrowings,
    {
      id: "period",
      label: t("time"),
      options: periodDays.map((value) => ({ value, label: t(`periods.${value}`) })),
    },
  ];
  return (
    <>
      <LogChips ids={ids} filters={narrowings} row={query.data?.data[0]} state={state} />
      <DataTable
        tableId="redemptions"
        label={t("title")}
        columns={columns}
        query={query}
        state={state}
        filters={offered}
        searchPlaceholder={t("search")}
        rowId={({ id }) => id}
        rowName={({ code }) => code}
        rowHref={({ id }) => redemptionHref(workspace.slug, id)}
        toolbar={
          <>
            {isAtTop ? <LiveButton isPaused={isPaused} onChange={setIsPaused} /> : null}
            <ExportRedemptions workspace={workspace.slug} filter={{ ...narrowing, ...chosen }} />
          </>
        }
        empty={
          <EmptyState icon={<Ticket aria-hidden />} title={t("empty")} description={t("emptyDescription")} />
        }
      />
    </>
  );
}
