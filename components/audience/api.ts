import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { callApi } from "@/lib/browser/api-client";
import { useSettled } from "@/lib/browser/use-settled";
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
  const asked = useSettled(wanted, pauseMillis);
  const query = useQuery(countOptions(workspace, JSON.parse(asked) as CountRequest));
  return { ...query, isSettled: asked === wanted && !query.isPlaceholderData && !query.isPending };
}
