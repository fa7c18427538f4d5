"use client";

import { useTranslations } from "next-intl";
import { useShell } from "@/components/layout/shell-context";
import type { TableColumn } from "@/components/ui/data-table/table-column";
import { DateTime } from "@/components/ui/display/date-time";
import { StatusPill } from "@/components/ui/display/status-pill";
import { toWireId } from "@/lib/contracts/wire/ids";
import type { WorkflowRun } from "./api";
import { RunSubject } from "./run-subject";
import { toneOfRun, useSpan, useWorkflowName } from "./workflow-words";

export function useRunColumns(): TableColumn<WorkflowRun>[] {
  const t = useTranslations("workflows");
  const { slug } = useShell().workspace;
  const nameOf = useWorkflowName();
  const spanOf = useSpan();
  return [
    { id: "function", header: t("columns.function"), primary: true, cell: (run) => nameOf(run.functionId) },
    {
      id: "status",
      header: t("columns.status"),
      card: "aside",
      cell: ({ status }) => <StatusPill status={toneOfRun[status]}>{t(`statuses.${status}`)}</StatusPill>,
    },
    {
      id: "subject",
      header: t("columns.subject"),
      cell: (run) => (
        <span className="block max-w-72 truncate">
          <RunSubject workspace={slug} run={run} />
        </span>
      ),
    },
    {
      id: "created_at",
      header: t("columns.createdAt"),
      sortable: true,
      cell: ({ createdAt }) => <DateTime value={createdAt} />,
    },
    {
      id: "took",
      header: t("columns.took"),
      align: "end",
      cell: ({ tookMillis }) => (
        <span className="tabular-nums">{tookMillis === null ? "–" : spanOf(tookMillis)}</span>
      ),
    },
    {
      id: "event",
      header: t("columns.event"),
      hidden: true,
      cell: ({ eventName }) => <code className="font-mono text-xs">{eventName}</code>,
    },
    {
      id: "id",
      header: t("columns.id"),
      hidden: true,
      cell: ({ id }) => <code className="font-mono text-xs">{toWireId("workflowRun", id)}</code>,
    },
  ];
}
