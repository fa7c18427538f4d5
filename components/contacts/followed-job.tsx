"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent } from "react";
import { type Job, jobOptions, jobsKey } from "@/components/jobs/api";
import { useJobFailure } from "@/components/jobs/job-words";
import { toast } from "@/components/ui/feedback/toast";
import { useLive } from "@/lib/browser/realtime/use-live";
import { hasEnded } from "@/lib/domain/jobs/job";
import { contactsKey } from "./api";

export type FollowedJobProps = { workspace: string; jobId: string; onEnd: () => void };

/** Says how a job that changes contacts ended, and shows the list as it is then. */
export function FollowedJob({ workspace, jobId, onEnd }: FollowedJobProps) {
  const client = useQueryClient();
  const t = useTranslations("contacts.bulk");
  const failureOf = useJobFailure();
  const { data: job } = useQuery(useLive(jobOptions(workspace, jobId)));
  const close = useEffectEvent((ended: Job) => {
    void client.invalidateQueries({ queryKey: contactsKey(workspace) });
    void client.invalidateQueries({ queryKey: jobsKey(workspace) });
    if (ended.status === "completed") toast.success(t(`done.${ended.kind}`, { count: ended.done }));
    if (ended.status === "failed") toast.error(t("failed"), { description: failureOf(ended) });
    onEnd();
  });

  useEffect(() => {
    if (job && hasEnded(job.status)) close(job);
  }, [job]);

  return null;
}
