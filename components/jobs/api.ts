import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { callApi } from "@/lib/browser/api-client";
import {
  cancelJobContract,
  getJobContract,
  listJobsContract,
  pauseJobContract,
  resumeJobContract,
} from "@/lib/contracts/jobs";
import { hasEnded, type JobAction } from "@/lib/domain/jobs/job";
import type { QueryOf, ResultOf } from "@/lib/platform/http/contract";

export type Job = ResultOf<typeof getJobContract>;

const workingPollMs = 1_000;
const idlePollMs = 30_000;

const pollMsOf = (jobs: readonly Job[]): number =>
  jobs.some((job) => job.status === "queued" || job.status === "running") ? workingPollMs : idlePollMs;

/** Jobs of the workspace, newest first; asks again every second while one is at work. */
export const jobsOptions = (workspace: string, query: QueryOf<typeof listJobsContract> = { limit: 10 }) =>
  queryOptions({
    queryKey: ["jobs", workspace, query],
    queryFn: ({ signal }) => callApi(listJobsContract, { workspace, query, signal }),
    refetchInterval: ({ state }) => pollMsOf(state.data?.data ?? []),
    placeholderData: keepPreviousData,
  });

/** One job, asked for every second until it has ended. */
export const jobOptions = (workspace: string, jobId: string) =>
  queryOptions({
    queryKey: ["jobs", workspace, jobId],
    queryFn: ({ signal }) => callApi(getJobContract, { workspace, params: { jobId }, signal }),
    refetchInterval: ({ state }) => (state.data && hasEnded(state.data.status) ? false : workingPollMs),
  });

const contractOf = { pause: pauseJobContract, resume: resumeJobContract, cancel: cancelJobContract };

export function useJobActs(workspace: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ jobId, action }: { jobId: string; action: JobAction }) =>
      callApi(contractOf[action], { workspace, params: { jobId } }),
    onSettled: () => client.invalidateQueries({ queryKey: ["jobs", workspace] }),
  });
}
