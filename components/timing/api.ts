import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { callApi } from "@/lib/browser/api-client";
import { listOccurrencesContract } from "@/lib/contracts/timing";
import type { Recurrence } from "@/lib/domain/timing/recurrence/occurrences";
import { isUsableRecurrence } from "@/lib/domain/timing/recurrence/usable-recurrence";
import type { BodyOf } from "@/lib/platform/http/contract";

type OccurrencesRequest = BodyOf<typeof listOccurrencesContract>;

const pauseMillis = 300;
const shownCount = 5;

const occurrencesOptions = (workspace: string, body: OccurrencesRequest) =>
  queryOptions({
    queryKey: ["timing", workspace, "occurrences", body],
    queryFn: ({ signal }) => callApi(listOccurrencesContract, { workspace, body, signal }),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
    retry: false,
  });

/** The next dates, a moment after the last change; the ones before stay until they are there. */
export function useOccurrences(
  workspace: string,
  { rrule, start, exceptDates }: Recurrence,
  timeZone: string,
) {
  const recurrence = { rrule, start, exceptDates };
  const wanted = JSON.stringify({ recurrence, timeZone, count: shownCount });
  const [asked, setAsked] = useState(wanted);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(wanted), pauseMillis);
    return () => clearTimeout(timer);
  }, [wanted]);
  const body = JSON.parse(asked) as OccurrencesRequest;
  const query = useQuery({
    ...occurrencesOptions(workspace, body),
    enabled: isUsableRecurrence(recurrence) && isUsableRecurrence(body.recurrence),
  });
  return { ...query, isSettled: asked === wanted && !query.isPlaceholderData && !query.isPending };
}
