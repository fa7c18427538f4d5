"use client";

import { useQuery } from "@tanstack/react-query";
import { ListTree } from "lucide-react";
import { useTranslations } from "next-intl";
import { periods, sinceOf } from "@/components/audit/period";
import { PageHeader } from "@/components/layout/page-header";
import { useShell } from "@/components/layout/shell-context";
import { DataTable } from "@/components/ui/data-table/data-table";
import { useTableState } from "@/components/ui/data-table/use-table-state";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { workflowStatuses } from "@/lib/domain/workflows/workflow";
import { workflowRunsOptions, workflowsOptions } from "./api";
import { useRunColumns } from "./use-run-columns";
import { workflowRunHref, workflowsHref } from "./workflow-href";
import { useWorkflowName } from "./workflow-words";

const shownPeriods = periods.slice(0, 3);

/** Every run, as it goes; the search takes an id of whatever it is about. */
export function RunsScreen() {
  const t = useTranslations("workflows");
  const { slug } = useShell().workspace;
  const nameOf = useWorkflowName();
  const columns = useRunColumns();
  const functions = useQuery(workflowsOptions(slug));
  const state = useTableState({
    filters: { function: null, status: workflowStatuses, period: periods },
    defaultSort: "-created_at",
  });
  const { q, period, ...asked } = state.query;
  const since = sinceOf(period?.[0]);
  const query = useQuery(
    workflowRunsOptions(slug, { ...asked, ...(q ? { about: q } : {}), ...(since ? { since } : {}) }),
  );
  return (
    <>
      <PageHeader
        title={t("runsTitle")}
        description={t("runsDescription")}
        crumbs={[{ label: t("title"), href: workflowsHref(slug) }]}
      />
      {q && !since ? <p className="mb-3 text-muted-foreground text-xs">{t("searchedDay")}</p> : null}
      <DataTable
        tableId="workflow-runs"
        label={t("runsTitle")}
        columns={columns}
        query={query}
        state={state}
        rowId={({ id }) => id}
        rowName={(run) => nameOf(run.functionId)}
        rowHref={({ id }) => workflowRunHref(slug, id)}
        searchPlaceholder={t("searchPlaceholder")}
        filters={[
          {
            id: "function",
            label: t("columns.function"),
            options: (functions.data?.data ?? []).map(({ id }) => ({ value: id, label: nameOf(id) })),
          },
          {
            id: "status",
            label: t("columns.status"),
            options: workflowStatuses.map((value) => ({ value, label: t(`statuses.${value}`) })),
          },
          {
            id: "period",
            label: t("columns.createdAt"),
            options: shownPeriods.map((value) => ({ value, label: t(`periods.${value}`) })),
          },
        ]}
        empty={
          <EmptyState
            icon={<ListTree aria-hidden />}
            title={t("noRunsTitle")}
            description={t("noRunsDescription")}
          />
        }
      />
    </>
  );
}
