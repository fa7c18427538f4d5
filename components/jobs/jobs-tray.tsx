"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useShell } from "@/components/layout/shell-context";
import { type Task, TaskTray } from "@/components/layout/task-tray";
import { useLive } from "@/lib/browser/realtime/use-live";
import type { JobStatus } from "@/lib/domain/jobs/job";
import { type Job, jobsOptions } from "./api";
import { jobHref } from "./job-href";
import { useErrorFile, useJobTitle } from "./job-words";

const statusOfTask: Record<JobStatus, Task["status"]> = {
  queued: "waiting",
  running: "running",
  paused: "waiting",
  completed: "done",
  failed: "failed",
  cancelled: "failed",
};

/** The shell's tray, filled with the workspace's jobs. */
export function JobsTray() {
  const t = useTranslations("jobs");
  const titleOf = useJobTitle();
  const errorFileOf = useErrorFile();
  const { slug } = useShell().workspace;
  const query = useQuery(useLive(jobsOptions(slug)));
  const toTask = (job: Job): Task => {
    const file = job.resultUrl ?? errorFileOf(job);
    return {
      id: job.id,
      title: titleOf(job),
      status: statusOfTask[job.status],
      done: job.done + job.failed,
      total: job.total,
      startedAt: (job.startedAt ?? job.createdAt).toISOString(),
      href: jobHref(slug, job.id),
      ...(file ? { result: { label: t(job.resultUrl ? "download" : "errorFile"), href: file } } : {}),
    };
  };
  return <TaskTray tasks={(query.data?.data ?? []).map(toTask)} isPending={query.isPending} />;
}
