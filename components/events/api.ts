import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { callApi } from "@/lib/browser/api-client";
import { hearing } from "@/lib/browser/realtime/use-live";
import { listEventNamesContract, listEventsContract } from "@/lib/contracts/events/events";
import type { QueryOf, ResultOf } from "@/lib/platform/http/contract";

export type TrackedEvent = ResultOf<typeof listEventsContract>["data"][number];

export const eventsOptions = (workspace: string, query: QueryOf<typeof listEventsContract>) =>
  hearing(
    ["events"],
    queryOptions({
      queryKey: ["events", workspace, "list", query],
      queryFn: ({ signal }) => callApi(listEventsContract, { workspace, query, signal }),
      placeholderData: keepPreviousData,
    }),
  );

export const eventNamesOptions = (workspace: string) =>
  queryOptions({
    queryKey: ["events", workspace, "names"],
    queryFn: ({ signal }) => callApi(listEventNamesContract, { workspace, signal }),
  });
