"use client";

import { CircleAlert, CircleCheck, ListChecks } from "lucide-react";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { Button } from "@/components/ui/actions/button";
import { DateTime } from "@/components/ui/display/date-time";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { Progress } from "@/components/ui/feedback/progress";
import { Skeleton } from "@/components/ui/feedback/skeleton";
import { Popover } from "@/components/ui/overlays/popover";

export type Task = {
  id: string;
  title: string;
  status: "waiting" | "running" | "done" | "failed";
  done?: number;
  /** `null` until it is known. */
  total?: number | null;
  startedAt: string;
  /** The page of the job. */
  href?: string;
  /** The file it left behind, such as one of refused rows. */
  result?: { label: string; href: string };
};

export type TaskTrayProps = { tasks: readonly Task[]; isPending?: boolean };

/** Long jobs of the workspace, running and finished. */
export function TaskTray({ tasks, isPending = false }: TaskTrayProps) {
  const t = useTranslations("shell.tasks");
  const running = tasks.filter((task) => task.status === "running" || task.status === "waiting").length;
  const trigger = (
    <Button
      variant="ghost"
      className="w-8 px-0"
      icon={<ListChecks />}
      aria-label={running > 0 ? t("titleWithRunning", { count: running }) : t("title")}
    >
      {running > 0 ? (
        <span
          aria-hidden
          className="absolute top-0.5 right-0.5 flex h-3.5 min-w-3.5 items-center justify-center rounded-full bg-brand-solid px-0.5 text-[0.5625rem] text-brand-foreground leading-none"
        >
          {running}
        </span>
      ) : null}
    </Button>
  );
  return (
    <Popover title={t("title")} withTitle trigger={trigger} side="top" align="end" className="w-84">
      {isPending ? <Skeleton className="h-16 w-full" /> : null}
      {!isPending && tasks.length === 0 ? (
        <EmptyState className="px-2 py-6" title={t("emptyTitle")} description={t("emptyDescription")} />
      ) : null}
      <ul className="max-h-96 divide-y overflow-y-auto">
        {tasks.map((task) => (
          <TaskRow key={task.id} task={task} />
        ))}
      </ul>
    </Popover>
  );
}

function TaskRow({ task }: { task: Task }) {
  const t = useTranslations("shell.tasks");
  const format = useFormatter();
  const { done = 0, total = null, status } = task;
  const title = task.href ? (
    <Link href={task.href} className="underline-offset-4 hover:underline">
      {task.title}
    </Link>
  ) : (
    task.title
  );
  const counted =
    total === null
      ? format.number(done)
      : t("doneOfTotal", { done: format.number(done), total: format.number(total) });
  return (
    <li className="flex flex-col gap-1.5 py-2.5 text-sm first:pt-0 last:pb-0">
      {status === "running" ? (
        <Progress label={title} value={total === null ? null : done} max={total ?? 100} detail={counted} />
      ) : (
        <p className="flex items-center gap-2 font-medium">
          {status === "done" ? <CircleCheck aria-hidden className="size-4 text-success" /> : null}
          {status === "failed" ? <CircleAlert aria-hidden className="size-4 text-danger" /> : null}
          <span className="min-w-0 flex-1 truncate">{title}</span>
        </p>
      )}
      <p className="flex justify-between gap-3 text-muted-foreground text-xs">
        <span>
          {t(`statuses.${status}`)} · <DateTime value={task.startedAt} />
        </span>
        {task.result ? (
          <a href={task.result.href} download className="text-brand underline-offset-4 hover:underline">
            {task.result.label}
          </a>
        ) : null}
      </p>
    </li>
  );
}
