import { useState } from "react";
import { type TableState, useTableState } from "@/components/ui/data-table/use-table-state";
import { wireId } from "@/lib/contracts/wire/ids";

export const periodDays = ["1", "7", "30", "90"] as const;

const kinds = ["offer", "batch", "contact"] as const;

export type NarrowingKind = (typeof kinds)[number];

export type LogIds = { [Kind in NarrowingKind as `${Kind}Id`]?: string };

/** What a link or a chip narrows a log to, and the time of the filter, as both lists of the log take them. */
export function useLogQuery<const Words extends Record<string, readonly string[]>>(words: Words) {
  const state = useTableState({
    filters: { ...words, period: periodDays, offer: null, batch: null, contact: null },
    defaultSort: "-created_at",
  });
  // Of one look: an answer that moves with the clock could not be kept.
  const [openedAt] = useState(() => Date.now());
  const { period, offer, batch, contact, ...filters } = state.filters as Partial<Record<string, string[]>>;
  const chosen = { offer, batch, contact };
  const ids = Object.fromEntries(
    kinds.flatMap((kind) => {
      const parsed = wireId(kind).safeParse(chosen[kind]?.[0]);
      return parsed.success ? [[`${kind}Id`, parsed.data]] : [];
    }),
  ) as LogIds;
  const days = Math.max(0, ...(period ?? []).map(Number));
  const { q, sort, limit, after } = state.query as {
    q?: string;
    sort?: string;
    limit?: number;
    after?: string;
  };
  return {
    state: state as TableState,
    filters,
    ids,
    narrowing: {
      ...ids,
      ...(q ? { q } : {}),
      ...(days > 0 ? { since: new Date(openedAt - days * 86_400_000) } : {}),
    },
    page: { ...(sort ? { sort } : {}), ...(limit ? { limit } : {}), ...(after ? { after } : {}) },
    /** Whether the newest row is on the screen, so that the next one belongs above it. */
    isAtTop: !after && sort !== "created_at",
  };
}
