import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { toast } from "@/components/ui/feedback/toast";
import { toastRefusal } from "@/components/ui/feedback/toast-refusal";
import { callApi } from "@/lib/browser/api-client";
import { hearing } from "@/lib/browser/realtime/use-live";
import {
  activateProviderContract,
  archiveProviderContract,
  createProviderContract,
  deactivateProviderContract,
  getProviderContract,
  listProvidersContract,
  sendTrialContract,
  updateProviderContract,
  verifyProviderContract,
} from "@/lib/contracts/providers/providers";
import { topicOfOne } from "@/lib/contracts/realtime";
import type { BodyOf, ResultOf } from "@/lib/platform/http/contract";
import { useAnswerWords } from "./answer/use-answer-words";

export type Provider = ResultOf<typeof getProviderContract>;
export type NewProvider = BodyOf<typeof createProviderContract>;
export type ProviderChange = BodyOf<typeof updateProviderContract>;
export type Trial = ResultOf<typeof sendTrialContract>;
type TrialRequest = BodyOf<typeof sendTrialContract>;

const refreshMillis = 20_000;
const shownMax = 100;

/** All that are in use: a workspace has a handful. */
export const providersOptions = (workspace: string) =>
  hearing(
    ["providers"],
    queryOptions({
      queryKey: ["providers", workspace, "list"],
      queryFn: ({ signal }) =>
        callApi(listProvidersContract, { workspace, query: { limit: shownMax }, signal }),
      refetchInterval: refreshMillis,
    }),
  );

export const providerOptions = (workspace: string, providerId: string) =>
  hearing(
    [topicOfOne("providers", providerId)],
    queryOptions({
      queryKey: ["providers", workspace, "one", providerId],
      queryFn: ({ signal }) => callApi(getProviderContract, { workspace, params: { providerId }, signal }),
      refetchInterval: refreshMillis,
    }),
  );

/**
 * The acts on providers. Each answer is the server's: what sends real messages is nothing to be optimistic about.
 * Forms show themselves what creating and updating is refused for.
 */
export function useProviderActs(workspace: string) {
  const t = useTranslations("providers");
  const client = useQueryClient();
  const answerWords = useAnswerWords();
  const wordsWith = (raw: string) => [answerWords(raw), raw].filter(Boolean).join(" · ");
  const onError = (error: unknown) => toastRefusal(t("failed"), error);
  const onSettled = () => client.invalidateQueries({ queryKey: ["providers", workspace] });
  const create = useMutation({
    mutationFn: (body: NewProvider) => callApi(createProviderContract, { workspace, body }),
    onSettled,
  });
  const update = useMutation({
    mutationFn: ({ providerId, ...body }: ProviderChange & { providerId: string }) =>
      callApi(updateProviderContract, { workspace, params: { providerId }, body }),
    onSettled,
  });
  const activate = useMutation({
    mutationFn: (providerId: string) =>
      callApi(activateProviderContract, { workspace, params: { providerId } }),
    onError,
    onSettled,
  });
  const deactivate = useMutation({
    mutationFn: (providerId: string) =>
      callApi(deactivateProviderContract, { workspace, params: { providerId } }),
    onError,
    onSettled,
  });
  const archive = useMutation({
    mutationFn: (providerId: string) =>
      callApi(archiveProviderContract, { workspace, params: { providerId } }),
    onError,
    onSettled,
  });
  const verify = useMutation({
    mutationFn: ({ id }: Pick<Provider, "id" | "name">) =>
      callApi(verifyProviderContract, { workspace, params: { providerId: id } }),
    onSuccess: ({ isOk, code, detail }, { name }) => {
      if (isOk) toast.success(t("verify.ok", { name }), { description: detail });
      else toast.error(t("verify.failed", { name }), { description: wordsWith(`${code}: ${detail}`) });
    },
    onError: (error, { name }) => toastRefusal(t("verify.failed", { name }), error),
    onSettled,
  });
  return { create, update, activate, deactivate, archive, verify };
}

export function useSendTrial(workspace: string, providerId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: TrialRequest) =>
      callApi(sendTrialContract, { workspace, params: { providerId }, body }),
    onSettled: () => client.invalidateQueries({ queryKey: ["providers", workspace] }),
  });
}
