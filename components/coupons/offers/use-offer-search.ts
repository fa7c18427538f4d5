import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useSettledSearch } from "@/lib/browser/use-settled";
import type { DisplayState } from "@/lib/domain/coupons/offers/offer";
import { useLastSeen, withRow } from "../use-last-seen";
import { offerOptions, offersOptions } from "./api";

const foundMax = 20;

type Options = {
  /** Which are found; those outside the archive without it. */
  states?: readonly DisplayState[];
  /** Nothing is asked before somebody looks. */
  isIdle?: boolean;
};

/** Offers as a picker shows them: found by the server a moment after the last keystroke, the chosen one always among them. */
export function useOfferSearch(workspace: string, chosenId: string | null, options: Options = {}) {
  const { states, isIdle = false } = options;
  const [text, setText] = useState("");
  const { asked, isBehind } = useSettledSearch(text);
  const query = { limit: foundMax, ...asked, ...(states ? { state: [...states] } : {}) };
  const found = useQuery({ ...offersOptions(workspace, query), refetchInterval: false, enabled: !isIdle });
  const offers = found.data?.data ?? [];
  const seen = useLastSeen(offers, chosenId);
  const own = useQuery({
    ...offerOptions(workspace, chosenId ?? ""),
    refetchInterval: false,
    enabled: chosenId !== null && !seen,
  });
  return {
    offers: withRow(offers, seen ?? own.data),
    isSearching: found.isFetching || isBehind,
    /** There is not a single one, whatever is typed. */
    isNone: !asked.q && found.data?.data.length === 0,
    search: setText,
  };
}
