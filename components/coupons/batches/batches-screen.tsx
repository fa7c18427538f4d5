"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus, Tickets, Upload } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { hrefOf } from "@/components/layout/navigation";
import { PageHeader } from "@/components/layout/page-header";
import { useMay, useShell } from "@/components/layout/shell-context";
import { ButtonLink } from "@/components/ui/actions/button-link";
import { DataTable } from "@/components/ui/data-table/data-table";
import type { TableColumn } from "@/components/ui/data-table/table-column";
import { useTableState } from "@/components/ui/data-table/use-table-state";
import { DateTime } from "@/components/ui/display/date-time";
import { StatusPill } from "@/components/ui/display/status-pill";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { Progress } from "@/components/ui/feedback/progress";
import { useLive } from "@/lib/browser/realtime/use-live";
import { batchSources, batchStatuses } from "@/lib/domain/coupons/batches/batch";
import { type Batch, batchesOptions } from "./api";
import { batchHref } from "./batch-href";
import { toneOfBatch } from "./batch-words";

export function BatchesScreen() {
  const t = useTranslations("batches");
  const { slug } = useShell().workspace;
  const state = useTableState({
    filters: { status: batchStatuses, source: batchSources },
    defaultSort: "-created_at",
  });
  const query = useQuery(useLive(batchesOptions(slug, state.query)));
  const actions = useMay("coupons.write") ? (
    <>
      <ButtonLink href={hrefOf(slug, "coupons/batches/import")} icon={<Upload />}>
        {t("import.action")}
      </ButtonLink>
      <ButtonLink href={hrefOf(slug, "coupons/batches/new")} variant="primary" icon={<Plus />}>
        {t("new.action")}
      </ButtonLink>
    </>
  ) : null;
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} actions={actions} />
      <DataTable
        tableId="batches"
        label={t("title")}
        columns={useBatchColumns()}
        query={query}
        state={state}
        rowId={(batch) => batch.id}
        rowName={(batch) => batch.name}
        rowHref={(batch) => batchHref(slug, batch.id)}
        searchPlaceholder={t("search")}
        filters={[
          {
            id: "status",
            label: t("status"),
            options: batchStatuses.map((value) => ({ value, label: t(`statuses.${value}`) })),
          },
          {
            id: "source",
            label: t("source"),
            options: batchSources.map((value) => ({ value, label: t(`sources.${value}`) })),
          },
        ]}
        empty={
          <EmptyState
            icon={<Tickets aria-hidden />}
            title={t("emptyTitle")}
            description={t("emptyDescription")}
            actions={actions}
          />
        }
      />
    </>
  );
}

function useBatchColumns(): TableColumn<Batch>[] {
  const t = useTranslations("batches");
  const format = useFormatter();
  return [
    {
      id: "name",
      header: t("name"),
      primary: true,
      sortable: true,
      cell: (batch) => (
        <span className="flex flex-col">
          <span>{batch.name}</span>
          {batch.name === batch.batchCode ? null : (
            <span className="font-mono font-normal text-muted-foreground text-xs">{batch.batchCode}</span>
          )}
        </span>
      ),
    },
    {
      id: "status",
      header: t("status"),
      card: "aside",
      cell: (batch) => (
        <StatusPill status={toneOfBatch[batch.status]}>{t(`statuses.${batch.status}`)}</StatusPill>
      ),
    },
    { id: "offer", header: t("offer"), cell: (batch) => batch.offer.name },
    {
      id: "quantity",
      header: t("codes"),
      sortable: true,
      width: "13rem",
      cell: (batch) =>
        batch.generated === batch.quantity ? (
          format.number(batch.quantity)
        ) : (
          <Progress
            label={<span className="sr-only">{t("progressOf", { name: batch.name })}</span>}
            value={batch.generated}
            max={batch.quantity}
            detail={t("ofTotal", {
              done: format.number(batch.generated),
              total: format.number(batch.quantity),
            })}
            tone={batch.status === "failed" ? "danger" : "brand"}
          />
        ),
    },
    { id: "allocated", header: t("given"), align: "end", cell: (batch) => format.number(batch.allocated) },
    { id: "used", header: t("used"), align: "end", cell: (batch) => format.number(batch.used) },
    {
      id: "created_at",
      header: t("createdAt"),
      sortable: true,
      cell: (batch) => <DateTime value={batch.createdAt} />,
    },
    { id: "source", header: t("source"), hidden: true, cell: (batch) => t(`sources.${batch.source}`) },
    { id: "createdBy", header: t("createdBy"), hidden: true, cell: (batch) => batch.createdBy },
  ];
}
