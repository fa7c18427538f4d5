"use client";

import { Repeat } from "lucide-react";
import { useTranslations } from "next-intl";
import { useShell } from "@/components/layout/shell-context";
import { useTimingWords } from "@/components/timing/use-timing-words";
import { DateTime } from "@/components/ui/display/date-time";
import type { Campaign } from "../api";

/** Of a series: when it goes out next, and by what rule. */
export function NextDate({ campaign }: { campaign: Campaign }) {
  const t = useTranslations("campaigns.columns");
  const words = useTimingWords();
  const { timeZone } = useShell().workspace;
  const { scheduledAt, timing } = campaign;
  const sentence = timing.recurrence ? words.series(timing.recurrence, timing, timeZone) : "";
  return (
    <span className="flex min-w-0 flex-col">
      <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
        <Repeat aria-hidden className="size-3.5 shrink-0 text-muted-foreground" />
        <span className="sr-only">{t("repeats")}</span>
        {scheduledAt ? <DateTime value={scheduledAt} display="dateTime" /> : t("lastDate")}
      </span>
      <span title={sentence} className="max-w-72 truncate text-muted-foreground text-xs">
        {sentence}
      </span>
    </span>
  );
}
