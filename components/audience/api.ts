import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { callApi } from "@/lib/browser/api-client";
import { countAudienceContract } from "@/lib/contracts/audience";
import type { BodyOf, ResultOf } from "@/lib/platform/http/contract";

export type AudienceCount = ResultOf<typeof countAudienceContract>;

type CountRequest = BodyOf<typeof countAudienceContract>;

const pauseMillis = 300;

const countOptions = (workspace: string, body: CountRequest) =>
  queryOptions({
    queryKey: ["audience", workspace, "count", body],
    queryFn: ({ signal }) => callApi(countAudienceContract, { workspace, body, signal }),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });

/** The exact count, a moment after the last change; the one before stays until it is there. */
export function useAudienceCount(workspace: string, request: CountRequest) {
  const wanted = JSON.stringify(request);
  const [asked, setAsked] = useState(wanted);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(wanted), pauseMillis);
    return () => clearTimeout(timer);
  }, [wanted]);
  const query = useQuery(countOptions(workspace, JSON.parse(asked) as CountRequest));
  return { ...query, isSettled: asked === wanted && !query.isPlaceholderData && !query.isPending };
}
