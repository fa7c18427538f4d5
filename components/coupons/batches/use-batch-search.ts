import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useSettledSearch } from "@/lib/browser/use-settled";
import { useLastSeen, withRow } from "../use-last-seen";
import { batchesOptions, batchOptions } from "./api";

const foundMax = 20;

type Options = {
  /** Of this offer only. */
  offerId?: string | undefined;
  /** Nothing is asked before somebody looks. */
  isIdle?: boolean;
};

/** Batches as a picker shows them: found by the server a moment after the last keystroke, the chosen one always among them. */
export function useBatchSearch(workspace: string, chosenId: string | null, options: Options = {}) {
  const { offerId, isIdle = false } = options;
  const [text, setText] = useState("");
  const { asked, isBehind } = useSettledSearch(text);
  const query = { limit: foundMax, ...asked, ...(offerId ? { offerId } : {}) };
  const found = useQuery({ ...batchesOptions(workspace, query), refetchInterval: false, enabled: !isIdle });
  const batches = found.data?.data ?? [];
  const seen = useLastSeen(batches, chosenId);
  const own = useQuery({
    ...batchOptions(workspace, chosenId ?? ""),
    refetchInterval: false,
    enabled: chosenId !== null && !seen,
  });
  return {
    batches: withRow(batches, seen ?? own.data),
    isSearching: found.isFetching || isBehind,
    search: setText,
  };
}
