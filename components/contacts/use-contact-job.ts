import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type Job, jobOptions, jobsKey } from "@/components/jobs/api";
import { useJobFailure } from "@/components/jobs/job-words";
import { toast } from "@/components/ui/feedback/toast";
import { hasEnded } from "@/lib/domain/jobs/job";
import { contactsKey } from "./api";

const pauseMs = 700;

/** Follows a job that changes contacts: says how it ended and shows the list as it is then. */
export function useContactJob(workspace: string) {
  const client = useQueryClient();
  const t = useTranslations("contacts.bulk");
  const failureOf = useJobFailure();
  return async (started: Job) => {
    let job = started;
    while (!hasEnded(job.status)) {
      await new Promise((done) => setTimeout(done, pauseMs));
      job = await client.fetchQuery({ ...jobOptions(workspace, started.id), staleTime: 0 });
    }
    await client.invalidateQueries({ queryKey: contactsKey(workspace) });
    await client.invalidateQueries({ queryKey: jobsKey(workspace) });
    if (job.status === "completed") toast.success(t(`done.${job.kind}`, { count: job.done }));
    if (job.status === "failed") toast.error(t("failed"), { description: failureOf(job) });
  };
}
