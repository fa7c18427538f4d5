import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { useDeferredValue, useEffect, useState } from "react";
import { contactsKey } from "@/components/contacts/api";
import { callApi } from "@/lib/browser/api-client";
import { listContactsContract } from "@/lib/contracts/contacts/contacts";
import { listContentVariablesContract, previewContentContract } from "@/lib/contracts/content";
import type { Channel } from "@/lib/domain/channels/channel";
import type { BodyOf, ResultOf } from "@/lib/platform/http/contract";

export type ContentPreviewResult = ResultOf<typeof previewContentContract>;
export type ContentPreviewRequest = BodyOf<typeof previewContentContract>;
export type ContentProblem = ContentPreviewResult["problems"][number];
export type RenderedContent = NonNullable<ContentPreviewResult["rendered"]>;

const typingPauseMs = 250;

const previewOptions = (workspace: string, body: ContentPreviewRequest) =>
  queryOptions({
    queryKey: ["content", workspace, "preview", body],
    queryFn: ({ signal }) => callApi(previewContentContract, { workspace, body, signal }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });

/** The message rendered by the server, a moment after the last keystroke. */
export function useContentPreviewQuery(workspace: string, body: ContentPreviewRequest) {
  return useQuery(previewOptions(workspace, useSettled(body)));
}

function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  const text = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(JSON.parse(text) as T), typingPauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  return useDeferredValue(settled);
}

export const contentVariablesOptions = (workspace: string) =>
  queryOptions({
    queryKey: ["content", workspace, "variables"],
    queryFn: ({ signal }) => callApi(listContentVariablesContract, { workspace, signal }),
    staleTime: 5 * 60_000,
  });

/** With a channel: only whom it reaches. */
export const previewContactsOptions = (workspace: string, search: string, channel?: Channel) =>
  queryOptions({
    queryKey: [...contactsKey(workspace), "preview-search", search, channel],
    queryFn: ({ signal }) =>
      callApi(listContactsContract, {
        workspace,
        query: {
          limit: 20,
          ...(channel ? { channel: [channel] } : {}),
          ...(search === "" ? {} : { q: search }),
        },
        signal,
      }),
    placeholderData: keepPreviousData,
  });

/** Any contact, to look at the message with fresh eyes. */
export async function findRandomContact(workspace: string, body: ContentPreviewRequest) {
  const { contactId: _, ...rest } = body;
  const result = await callApi(previewContentContract, { workspace, body: { ...rest, random: true } });
  return result.contact;
}
