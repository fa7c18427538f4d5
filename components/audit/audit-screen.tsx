"use client";

import { useQuery } from "@tanstack/react-query";
import { ScrollText } from "lucide-react";
import { useTranslations } from "next-intl";
import { parseAsString, useQueryState } from "nuqs";
import { PageHeader } from "@/components/layout/page-header";
import { useShell } from "@/components/layout/shell-context";
import { DataTable } from "@/components/ui/data-table/data-table";
import { useTableState } from "@/components/ui/data-table/use-table-state";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { auditOptions } from "./api";
import { AuditEntrySheet } from "./audit-entry-sheet";
import { ExportAuditButton } from "./export-audit-button";
import { periods, sinceOf } from "./period";
import { useActionName } from "./use-action-name";
import { useAuditColumns } from "./use-audit-columns";

export type AuditScreenProps = {
  /** Who and what the recent log is about. */
  actors: readonly { id: string; name: string }[];
  actions: readonly string[];
};

export function AuditScreen({ actors, actions }: AuditScreenProps) {
  const t = useTranslations("audit");
  const nameOf = useActionName();
  const { slug } = useShell().workspace;
  const [openId, setOpenId] = useQueryState("entry", parseAsString.withOptions({ history: "push" }));
  const state = useTableState({ filters: { actorId: null, action: null, period: periods } });
  const { period, ...asked } = state.query;
  const since = sinceOf(period?.[0]);
  const filter = { ...asked, ...(since ? { since } : {}) };
  const query = useQuery(auditOptions(slug, filter));
  const columns = useAuditColumns();
  const open = query.data?.data.find((entry) => entry.id === openId);

  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={<ExportAuditButton workspace={slug} filter={filter} />}
      />
      <DataTable
        tableId="audit"
        label={t("title")}
        columns={columns}
        query={query}
        state={state}
        rowId={(entry) => entry.id}
        rowName={(entry) => nameOf(entry.action)}
        onRowOpen={(entry) => void setOpenId(entry.id)}
        searchPlaceholder={t("searchPlaceholder")}
        filters={[
          {
            id: "actorId",
            label: t("actor"),
            options: actors.map(({ id, name }) => ({ value: id, label: name })),
          },
          {
            id: "action",
            label: t("action"),
            options: actions.map((action) => ({ value: action, label: nameOf(action) })),
          },
          {
            id: "period",
            label: t("time"),
            options: periods.map((value) => ({ value, label: t(`periods.${value}`) })),
          },
        ]}
        empty={
          <EmptyState
            icon={<ScrollText aria-hidden />}
            title={t("emptyTitle")}
            description={t("emptyDescription")}
          />
        }
      />
      <AuditEntrySheet entry={open} onClose={() => void setOpenId(null)} />
    </>
  );
}
