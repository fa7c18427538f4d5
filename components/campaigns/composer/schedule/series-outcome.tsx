"use client";

import { Repeat } from "lucide-react";
import { useTranslations } from "next-intl";
import { useShell } from "@/components/layout/shell-context";
import { OccurrenceList } from "@/components/timing/recurrence/occurrence-list";
import { useTimingWords } from "@/components/timing/use-timing-words";
import { Card } from "@/components/ui/display/card";
import type { CampaignTiming } from "@/lib/domain/timing/campaign-timing";
import { isUsableRecurrence } from "@/lib/domain/timing/recurrence/usable-recurrence";

/** What the rule of a series comes to: a sentence and its next dates. */
export function SeriesOutcome({ timing, workspaceZone }: { timing: CampaignTiming; workspaceZone: string }) {
  const t = useTranslations("campaigns.schedule.series");
  const { slug } = useShell().workspace;
  const words = useTimingWords();
  const { recurrence, timeZone } = timing;
  if (!recurrence) return null;
  return (
    <Card aria-label={t("outcome")}>
      {isUsableRecurrence(recurrence) ? (
        <p role="status" className="mb-3 flex items-start gap-2 font-medium text-sm">
          <Repeat aria-hidden className="mt-0.5 size-4 shrink-0 text-brand" />
          {words.series(recurrence, timing, workspaceZone)}
        </p>
      ) : null}
      <h3 className="mb-1 text-muted-foreground text-xs">{t("nextDates")}</h3>
      <OccurrenceList workspace={slug} recurrence={recurrence} timeZone={timeZone ?? workspaceZone} />
    </Card>
  );
}
