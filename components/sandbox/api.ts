import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { toastRefusal } from "@/components/ui/feedback/toast-refusal";
import { callApi } from "@/lib/browser/api-client";
import { hearing } from "@/lib/browser/realtime/use-live";
import {
  getSandboxStatsContract,
  getScenarioContract,
  listSandboxMessagesContract,
  setScenarioContract,
} from "@/lib/contracts/sandbox";
import type { QueryOf, ResultOf } from "@/lib/platform/http/contract";

export type SandboxMessages = ResultOf<typeof listSandboxMessagesContract>;

export type ShownMessage = SandboxMessages["shown"][number];
export type RefusedMessage = SandboxMessages["refused"][number];
export type Scenario = ResultOf<typeof getScenarioContract>;

const liveMillis = 2_000;

/** Whatever the workspace sends passes through here when its provider is the sandbox. */
const topicsOf = (isLive: boolean) => (isLive ? ["analytics", "notifications", "providers"] : []);

const shownMax = 100;

export const messagesOptions = (
  workspace: string,
  query: QueryOf<typeof listSandboxMessagesContract>,
  isLive: boolean,
) =>
  hearing(
    topicsOf(isLive),
    queryOptions({
      queryKey: ["sandbox", workspace, "messages", query],
      queryFn: ({ signal }) =>
        callApi(listSandboxMessagesContract, { workspace, query: { limit: shownMax, ...query }, signal }),
      placeholderData: keepPreviousData,
      refetchInterval: isLive ? liveMillis : false,
      retry: false,
    }),
  );

export const statsOptions = (workspace: string, isLive: boolean) =>
  hearing(
    topicsOf(isLive),
    queryOptions({
      queryKey: ["sandbox", workspace, "stats"],
      queryFn: ({ signal }) => callApi(getSandboxStatsContract, { workspace, signal }),
      refetchInterval: isLive ? liveMillis : false,
      retry: false,
    }),
  );

export const scenarioOptions = (workspace: string) =>
  queryOptions({
    queryKey: ["sandbox", workspace, "scenario"],
    queryFn: ({ signal }) => callApi(getScenarioContract, { workspace, signal }),
    retry: false,
  });

export function useSetScenario(workspace: string) {
  const t = useTranslations("sandbox.trouble");
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Scenario) => callApi(setScenarioContract, { workspace, body }),
    onSuccess: (scenario) => client.setQueryData(scenarioOptions(workspace).queryKey, scenario),
    onError: (error) => toastRefusal(t("failed"), error),
  });
}
