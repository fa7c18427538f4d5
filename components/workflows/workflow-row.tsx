import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { Sparkline } from "@/components/charts/sparkline";
import { cn } from "@/components/ui/cn";
import { Badge } from "@/components/ui/display/badge";
import { StatusPill } from "@/components/ui/display/status-pill";
import { plainNameOf } from "@/lib/domain/workflows/workflow";
import type { Workflow } from "./api";
import { workflowRunsHref } from "./workflow-href";
import { toneOfRun, useSpan, useWorkflowName } from "./workflow-words";

export type WorkflowRowProps = { workspace: string; workflow: Workflow };

/** One function: what starts it, its last day by hour, how often it fails, and what it does now. */
export function WorkflowRow({ workspace, workflow }: WorkflowRowProps) {
  const t = useTranslations("workflows");
  const nameOf = useWorkflowName();
  const triggers = workflow.triggers.map(({ event, cron }) => event ?? cron).filter((one) => one !== null);
  return (
    <li className="relative grid items-center gap-x-6 gap-y-3 p-4 transition-colors hover:bg-muted/60 sm:grid-cols-2 lg:grid-cols-[minmax(0,5fr)_minmax(0,4fr)_minmax(0,4fr)]">
      <div className="min-w-0">
        <div className="flex flex-wrap items-center gap-2">
          <Link
            href={workflowRunsHref(workspace, { function: workflow.id })}
            className="min-w-0 font-medium after:absolute after:inset-0"
          >
            {nameOf(workflow.id)}
          </Link>
          {workflow.isArchived ? <Badge>{t("archived")}</Badge> : null}
        </div>
        <p className="break-words text-muted-foreground text-xs">
          <code className="font-mono">{plainNameOf(workflow.id)}</code>
          {triggers.length > 0 ? <> · {t("startedBy", { triggers: triggers.join(", ") })}</> : null}
        </p>
      </div>
      <LastDay workflow={workflow} />
      <div className="flex flex-wrap items-center justify-between gap-x-5 gap-y-2 sm:col-span-2 lg:col-span-1">
        <Figures workflow={workflow} />
        <States workspace={workspace} workflow={workflow} />
      </div>
    </li>
  );
}

function LastDay({ workflow }: { workflow: Workflow }) {
  const t = useTranslations("workflows");
  const format = useFormatter();
  const { hours, started, failed } = workflow;
  return (
    <div className="flex items-center gap-3">
      <div className="relative min-w-0 flex-1" aria-hidden>
        <Sparkline values={hours.map((hour) => hour.started)} />
        {failed > 0 ? <FailureMarks hours={hours} /> : null}
      </div>
      <p className="w-32 shrink-0 text-right text-xs tabular-nums">
        <span className="block font-medium">{t("runsOfDay", { count: started })}</span>
        <span className={cn("block", failed > 0 ? "text-danger" : "text-muted-foreground")}>
          {started === 0
            ? null
            : workflow.failureRate === null
              ? t("noRate")
              : t("failureRate", { rate: format.number(workflow.failureRate, "percent") })}
        </span>
      </p>
    </div>
  );
}

/** Under the line, the hours in which runs failed. */
function FailureMarks({ hours }: Pick<Workflow, "hours">) {
  return (
    <span className="absolute inset-x-0 -bottom-1 flex h-1">
      {hours.map(({ startsAt, failed }) => (
        <span
          key={startsAt.toISOString()}
          className={cn("mx-px flex-1 rounded-full", failed > 0 && "bg-danger-solid")}
        />
      ))}
    </span>
  );
}

function Figures({ workflow: { medianMillis, p95Millis } }: { workflow: Workflow }) {
  const t = useTranslations("workflows");
  const spanOf = useSpan();
  if (medianMillis === null || p95Millis === null) return null;
  return (
    <dl className="flex gap-4 text-xs tabular-nums">
      <div>
        <dt className="text-muted-foreground">{t("median")}</dt>
        <dd>{spanOf(medianMillis)}</dd>
      </div>
      <div>
        <dt className="text-muted-foreground">{t("p95")}</dt>
        <dd>{spanOf(p95Millis)}</dd>
      </div>
    </dl>
  );
}

const shown = ["running", "queued", "waiting"] as const;

function States({ workspace, workflow }: WorkflowRowProps) {
  const t = useTranslations("workflows");
  const format = useFormatter();
  const open = shown.filter((status) => workflow[status] > 0);
  if (open.length === 0) return <span className="ml-auto text-muted-foreground text-xs">{t("idle")}</span>;
  return (
    <ul className="ml-auto flex flex-wrap justify-end gap-1.5">
      {open.map((status) => (
        <li key={status}>
          <Link
            href={workflowRunsHref(workspace, { function: workflow.id, status })}
            className="relative block rounded-full"
          >
            <StatusPill status={toneOfRun[status]}>
              {t("inState", { count: format.number(workflow[status]), state: t(`statuses.${status}`) })}
            </StatusPill>
          </Link>
        </li>
      ))}
    </ul>
  );
}
