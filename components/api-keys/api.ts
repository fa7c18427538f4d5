import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { toastRefusal } from "@/components/ui/feedback/toast-refusal";
import { callApi } from "@/lib/browser/api-client";
import { createApiKeyContract, listApiKeysContract, revokeApiKeyContract } from "@/lib/contracts/api-keys";
import type { BodyOf, QueryOf, ResultOf } from "@/lib/platform/http/contract";

export type ApiKey = ResultOf<typeof listApiKeysContract>["data"][number];
export type NewApiKey = ResultOf<typeof createApiKeyContract>;

export const apiKeysOptions = (workspace: string, query: QueryOf<typeof listApiKeysContract>) =>
  queryOptions({
    queryKey: ["api-keys", workspace, query],
    queryFn: ({ signal }) => callApi(listApiKeysContract, { workspace, query, signal }),
    placeholderData: keepPreviousData,
  });

export function useApiKeyActs(workspace: string) {
  const t = useTranslations("api-keys");
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: ["api-keys", workspace] });
  const create = useMutation({
    mutationFn: (body: BodyOf<typeof createApiKeyContract>) =>
      callApi(createApiKeyContract, { workspace, body }),
    onSettled,
  });
  const revoke = useMutation({
    mutationFn: (apiKeyId: string) => callApi(revokeApiKeyContract, { workspace, params: { apiKeyId } }),
    onError: (error) => toastRefusal(t("failed"), error),
    onSettled,
  });
  return { create, revoke };
}
