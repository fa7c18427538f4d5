import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useSettled } from "@/lib/browser/use-settled";
import type { DisplayState } from "@/lib/domain/coupons/offers/offer";
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
  const wanted = text.trim();
  const settled = useSettled(wanted);
  const query = {
    limit: foundMax,
    ...(settled === "" ? {} : { q: settled }),
    ...(states ? { state: [...states] } : {}),
  };
  const found = useQuery({ ...offersOptions(workspace, query), refetchInterval: false, enabled: !isIdle });
  const offers = found.data?.data ?? [];
  const listed = offers.find(({ id }) => id === chosenId);
  // It must not go missing between two answers: the field would write its name over what is being typed.
  const [kept, setKept] = useState(listed);
  if (listed && listed !== kept) setKept(listed);
  const isKept = kept?.id === chosenId;
  const own = useQuery({
    ...offerOptions(workspace, chosenId ?? ""),
    refetchInterval: false,
    enabled: chosenId !== null && !isKept,
  });
  const unlisted = listed || chosenId === null ? undefined : isKept ? kept : own.data;
  return {
    offers: unlisted ? [...offers, unlisted] : offers,
    isSearching: found.isFetching || settled !== wanted,
    /** There is not a single one, whatever is typed. */
    isNone: settled === "" && found.data?.data.length === 0,
    search: setText,
  };
}
