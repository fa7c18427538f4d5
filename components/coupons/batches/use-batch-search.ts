import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useSettled } from "@/lib/browser/use-settled";
import { batchesOptions, batchOptions } from "./api";

const foundMax = 20;

type Options = {
  /** Of this offer only. */
  offerId?: string | undefined;
  /** Nothing is asked before somebody looks. */
  isIdle?: boolean;
};

/** Batches as a picker shows them: found by the server a moment after the last keystroke, the chosen one among them. */
export function useBatchSearch(workspace: string, chosenId: string | null, options: Options = {}) {
  const { offerId, isIdle = false } = options;
  const [text, setText] = useState("");
  const wanted = text.trim();
  const settled = useSettled(wanted);
  const query = {
    limit: foundMax,
    ...(settled === "" ? {} : { q: settled }),
    ...(offerId ? { offerId } : {}),
  };
  const found = useQuery({ ...batchesOptions(workspace, query), refetchInterval: false, enabled: !isIdle });
  const batches = found.data?.data ?? [];
  const isListed = batches.some(({ id }) => id === chosenId);
  const own = useQuery({
    ...batchOptions(workspace, chosenId ?? ""),
    refetchInterval: false,
    enabled: chosenId !== null,
  });
  return {
    batches: own.data && !isListed ? [...batches, own.data] : batches,
    isSearching: found.isFetching || settled !== wanted,
    search: setText,
  };
}
