import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { toastRefusal } from "@/components/ui/feedback/toast-refusal";
import { callApi } from "@/lib/browser/api-client";
import {
  cancelWorkflowRunContract,
  getWorkflowRunContract,
  listWorkflowRunsContract,
  listWorkflowsContract,
  replayWorkflowRunContract,
} from "@/lib/contracts/workflows";
import { hasEnded } from "@/lib/domain/workflows/workflow";
import type { QueryOf, ResultOf } from "@/lib/platform/http/contract";

export type Workflow = ResultOf<typeof listWorkflowsContract>["data"][number];
export type WorkflowRun = ResultOf<typeof listWorkflowRunsContract>["data"][number];
export type WorkflowRunDetail = ResultOf<typeof getWorkflowRunContract>;
export type TimelineEntry = WorkflowRunDetail["timeline"][number];

const busyPollMillis = 2_000;
const idlePollMillis = 15_000;

const pollMillisOf = (runs: readonly Pick<WorkflowRun, "status">[]): number =>
  runs.some(({ status }) => !hasEnded(status)) ? busyPollMillis : idlePollMillis;

const workflowsKey = (workspace: string) => ["workflows", workspace] as const;

export const workflowsOptions = (workspace: string) =>
  queryOptions({
    queryKey: [...workflowsKey(workspace), "functions"],
    queryFn: ({ signal }) => callApi(listWorkflowsContract, { workspace, signal }),
    refetchInterval: ({ state }) =>
      state.data?.data.some(({ running, queued }) => running + queued > 0) ? 5_000 : idlePollMillis,
  });

export const workflowRunsOptions = (workspace: string, query: QueryOf<typeof listWorkflowRunsContract>) =>
  queryOptions({
    queryKey: [...workflowsKey(workspace), "runs", query],
    queryFn: ({ signal }) => callApi(listWorkflowRunsContract, { workspace, query, signal }),
    refetchInterval: ({ state }) => pollMillisOf(state.data?.data ?? []),
    placeholderData: keepPreviousData,
  });

/** One run, until it has ended. */
export const workflowRunOptions = (workspace: string, workflowRunId: string) =>
  queryOptions({
    queryKey: [...workflowsKey(workspace), "runs", workflowRunId],
    queryFn: ({ signal }) =>
      callApi(getWorkflowRunContract, { workspace, params: { workflowRunId }, signal }),
    refetchInterval: ({ state: { data } }) => (data && hasEnded(data.status) ? false : busyPollMillis),
  });

const contractOf = { cancel: cancelWorkflowRunContract, replay: replayWorkflowRunContract };

export function useRunAct(workspace: string, action: keyof typeof contractOf) {
  const t = useTranslations("workflows");
  const client = useQueryClient();
  return useMutation({
    mutationFn: (workflowRunId: string) =>
      callApi(contractOf[action], { workspace, params: { workflowRunId } }),
    onError: (error) => toastRefusal(t(`${action}Failed`), error),
    onSettled: () => client.invalidateQueries({ queryKey: workflowsKey(workspace) }),
  });
}
