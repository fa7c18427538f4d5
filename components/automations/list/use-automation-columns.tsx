"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { TableColumn } from "@/components/ui/data-table/table-column";
import { Badge } from "@/components/ui/display/badge";
import { DateTime } from "@/components/ui/display/date-time";
import type { AutomationSummary } from "../api";
import { AutomationStatusPill } from "../automation-status-pill";
import { triggerIcons } from "../words/icons";
import { useDefinitionWords } from "../words/use-definition-words";

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
      width: "24%",
      cell: (automation) => automation.name,
    },
    {
      id: "trigger",
      header: t("columns.trigger"),
      cell: ({ trigger }) => <TriggerWords trigger={trigger} />,
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

function TriggerWords({ trigger }: Pick<AutomationSummary, "trigger">) {
  const words = useDefinitionWords();
  const Icon = triggerIcons[trigger.kind];
  return (
    <span className="flex min-w-0 items-start gap-1.5 whitespace-normal">
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-muted-foreground" />
      <span className="line-clamp-2 min-w-0">{words.trigger(trigger)}</span>
    </span>
  );
}
