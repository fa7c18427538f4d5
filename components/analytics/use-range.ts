"use client";

import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useTransition } from "react";
import { reportRanges } from "@/lib/domain/analytics/report-range";

/** The range of the reports on the screen, kept in the URL; the server renders the change. */
export function useRange() {
  const [isChanging, startTransition] = useTransition();
  const [range, setRange] = useQueryState(
    "range",
    parseAsStringLiteral(reportRanges)
      .withDefault("7d")
      .withOptions({ shallow: false, history: "push", scroll: false, startTransition }),
  );
  return { range, setRange, isChanging };
}
