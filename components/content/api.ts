import { keepPreviousData, queryOptions, useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useDeferredValue } from "react";
import { toastRefusal } from "@/components/ui/feedback/toast-refusal";
import { callApi } from "@/lib/browser/api-client";
import { useSettled } from "@/lib/browser/use-settled";
import { useSteady } from "@/lib/browser/use-steady";
import { listContentVariablesContract, previewContentContract } from "@/lib/contracts/content";
import type { BodyOf, ResultOf } from "@/lib/platform/http/contract";

export type ContentPreviewResult = ResultOf<typeof previewContentContract>;
export type ContentPreviewRequest = BodyOf<typeof previewContentContract>;
export type ContentProblem = ContentPreviewResult["problems"][number];
export type RenderedContent = NonNullable<ContentPreviewResult["rendered"]>;

const previewOptions = (workspace: string, body: ContentPreviewRequest) =>
  queryOptions({
    queryKey: ["content", workspace, "preview", body],
    queryFn: ({ signal }) => callApi(previewContentContract, { workspace, body, signal }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });

/** The message rendered by the server, a moment after the last keystroke; what it says moves nothing during a press. */
export function useContentPreview(workspace: string, body: ContentPreviewRequest) {
  const query = useQuery(previewOptions(workspace, useDeferredValue(useSettled(body))));
  return useSteady(query.data);
}

export const contentVariablesOptions = (workspace: string) =>
  queryOptions({
    queryKey: ["content", workspace, "variables"],
    queryFn: ({ signal }) => callApi(listContentVariablesContract, { workspace, signal }),
    staleTime: 5 * 60_000,
  });

/** Any contact, to look at the message with fresh eyes. */
export function useRandomContact(workspace: string) {
  const t = useTranslations("content.preview");
  return useMutation({
    mutationFn: async ({ contactId: _, ...rest }: ContentPreviewRequest) => {
      const result = await callApi(previewContentContract, { workspace, body: { ...rest, random: true } });
      return result.contact;
    },
    onError: (error) => toastRefusal(t("shuffleFailed"), error),
  });
}
