"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { TableColumn } from "@/components/ui/data-table/table-column";
import { Badge } from "@/components/ui/display/badge";
import { DateTime } from "@/components/ui/display/date-time";
import type { AutomationSummary } from "../api";
import { AutomationStatusPill } from "../automation-status-pill";
import { triggerIcons } from "../words/icons";

export function useAutomationColumns(): TableColumn<AutomationSummary>[] {
  const t = useTranslations("automations");
  const format = useFormatter();
  const number = (count: number) => <span className="tabular-nums">{format.number(count, "integer")}</span>;
  return [
    {
      id: "name",
      header: t("columns.name"),
      primary: true,
      sortable: true,
      width: "30%",
      cell: (automation) => automation.name,
    },
    {
      id: "trigger",
      header: t("columns.trigger"),
      cell: ({ triggerKind }) => <TriggerKind kind={triggerKind} />,
    },
    {
      id: "status",
      header: t("columns.status"),
      card: "aside",
      cell: (automation) => (
        <span className="inline-flex flex-wrap items-center gap-1.5">
          <AutomationStatusPill status={automation.status} />
          {automation.hasUnpublishedChanges && automation.liveNumber !== null ? (
            <Badge tone="warning">{t("unpublished")}</Badge>
          ) : null}
        </span>
      ),
    },
    { id: "inside", header: t("columns.inside"), align: "end", cell: ({ inside }) => number(inside) },
    { id: "entered", header: t("columns.entered"), align: "end", cell: ({ entered }) => number(entered) },
    {
      id: "completed",
      header: t("columns.completed"),
      align: "end",
      cell: ({ completed }) => number(completed),
    },
    {
      id: "exited",
      header: t("columns.exited"),
      align: "end",
      hidden: true,
      cell: ({ exited }) => number(exited),
    },
    {
      id: "created_at",
      header: t("columns.createdAt"),
      sortable: true,
      hidden: true,
      cell: ({ createdAt }) => <DateTime value={createdAt} className="text-muted-foreground" />,
    },
    {
      id: "created_by",
      header: t("columns.createdBy"),
      hidden: true,
      cell: ({ createdBy }) => createdBy,
    },
    {
      id: "updated_at",
      header: t("columns.updatedAt"),
      card: "none",
      cell: ({ updatedAt }) => <DateTime value={updatedAt} className="text-muted-foreground" />,
    },
  ];
}

function TriggerKind({ kind }: { kind: AutomationSummary["triggerKind"] }) {
  const t = useTranslations("automations.triggerKinds");
  const Icon = triggerIcons[kind];
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap align-middle">
      <Icon aria-hidden className="size-4 text-muted-foreground" />
      {t(kind)}
    </span>
  );
}
