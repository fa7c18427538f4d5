"use client";

import { useQuery } from "@tanstack/react-query";
import { ListChecks } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { PageHeader } from "@/components/layout/page-header";
import { useShell } from "@/components/layout/shell-context";
import { DataTable } from "@/components/ui/data-table/data-table";
import type { TableColumn } from "@/components/ui/data-table/table-column";
import { useTableState } from "@/components/ui/data-table/use-table-state";
import { DateTime } from "@/components/ui/display/date-time";
import { StatusPill } from "@/components/ui/display/status-pill";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { useLive } from "@/lib/browser/realtime/use-live";
import { jobKinds, jobStatuses } from "@/lib/domain/jobs/job";
import { type Job, jobsOptions } from "./api";
import { jobHref } from "./job-href";
import { toneOfJob, useJobTitle } from "./job-words";

export function JobsScreen() {
  const t = useTranslations("jobs");
  const { slug } = useShell().workspace;
  const titleOf = useJobTitle();
  const state = useTableState({ filters: { kind: jobKinds, status: jobStatuses } });
  const query = useQuery(useLive(jobsOptions(slug, state.query)));
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <DataTable
        tableId="jobs"
        label={t("title")}
        columns={useJobColumns()}
        query={query}
        state={state}
        rowId={(job) => job.id}
        rowName={titleOf}
        rowHref={(job) => jobHref(slug, job.id)}
        filters={[
          {
            id: "kind",
            label: t("kind"),
            options: jobKinds.map((value) => ({ value, label: t(`kinds.${value}`) })),
          },
          {
            id: "status",
            label: t("status"),
            options: jobStatuses.map((value) => ({ value, label: t(`statuses.${value}`) })),
          },
        ]}
        empty={
          <EmptyState
            icon={<ListChecks aria-hidden />}
            title={t("emptyTitle")}
            description={t("emptyDescription")}
          />
        }
      />
    </>
  );
}

function useJobColumns(): TableColumn<Job>[] {
  const t = useTranslations("jobs");
  const format = useFormatter();
  const titleOf = useJobTitle();
  return [
    { id: "title", header: t("name"), primary: true, cell: titleOf },
    {
      id: "status",
      header: t("status"),
      card: "aside",
      cell: (job) => <StatusPill status={toneOfJob[job.status]}>{t(`statuses.${job.status}`)}</StatusPill>,
    },
    {
      id: "done",
      header: t("done"),
      align: "end",
      cell: (job) =>
        t("doneOfTotal", {
          done: format.number(job.done + job.failed),
          total: format.number(job.total ?? job.done + job.failed),
        }),
    },
    { id: "failed", header: t("failed"), align: "end", cell: (job) => format.number(job.failed) },
    { id: "createdBy", header: t("createdBy"), cell: (job) => job.createdBy },
    { id: "createdAt", header: t("createdAt"), cell: (job) => <DateTime value={job.createdAt} /> },
  ];
}
