import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { toastRefusal } from "@/components/ui/feedback/toast-refusal";
import { callApi } from "@/lib/browser/api-client";
import { hearing } from "@/lib/browser/realtime/use-live";
import {
  cancelJobContract,
  getJobContract,
  listJobsContract,
  listRefusalsContract,
  pauseJobContract,
  resumeJobContract,
} from "@/lib/contracts/jobs";
import { topicOfOne } from "@/lib/contracts/realtime";
import { hasEnded, type JobAction } from "@/lib/domain/jobs/job";
import type { QueryOf, ResultOf } from "@/lib/platform/http/contract";

export type Job = ResultOf<typeof getJobContract>;

const workingPollMillis = 1_000;
const idlePollMillis = 30_000;

const pollMillisOf = (jobs: readonly Job[]): number =>
  jobs.some((job) => job.status === "queued" || job.status === "running")
    ? workingPollMillis
    : idlePollMillis;

export const jobsKey = (workspace: string) => ["jobs", workspace] as const;

/** Jobs of the workspace, newest first. */
export const jobsOptions = (workspace: string, query: QueryOf<typeof listJobsContract> = { limit: 10 }) =>
  hearing(
    ["jobs"],
    queryOptions({
      queryKey: [...jobsKey(workspace), query],
      queryFn: ({ signal }) => callApi(listJobsContract, { workspace, query, signal }),
      refetchInterval: ({ state }) => pollMillisOf(state.data?.data ?? []),
      placeholderData: keepPreviousData,
    }),
  );

/** One job, until it has ended. */
export const jobOptions = (workspace: string, jobId: string) =>
  hearing(
    [topicOfOne("jobs", jobId)],
    queryOptions({
      queryKey: [...jobsKey(workspace), jobId],
      queryFn: ({ signal }) => callApi(getJobContract, { workspace, params: { jobId }, signal }),
      refetchInterval: ({ state: { data } }) =>
        data && hasEnded(data.status) ? false : pollMillisOf(data ? [data] : []),
    }),
  );

const refusalsShown = 5;

/** The first rows that a job refused, once it has ended. */
export const refusalsOptions = (workspace: string, jobId: string) =>
  queryOptions({
    queryKey: [...jobsKey(workspace), jobId, "refusals"],
    queryFn: async ({ signal }) => {
      const query = { limit: refusalsShown };
      return (await callApi(listRefusalsContract, { workspace, params: { jobId }, query, signal })).data;
    },
  });

const contractOf = { pause: pauseJobContract, resume: resumeJobContract, cancel: cancelJobContract };

export function useJobActs(workspace: string) {
  const t = useTranslations("jobs");
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ jobId, action }: { jobId: string; action: JobAction }) =>
      callApi(contractOf[action], { workspace, params: { jobId } }),
    onError: (error) => toastRefusal(t("actFailed"), error),
    onSettled: () => client.invalidateQueries({ queryKey: jobsKey(workspace) }),
  });
}
