"use client";

import { CalendarPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { newRecurrence } from "@/components/timing/recurrence/new-recurrence";
import { RecurrenceEditor } from "@/components/timing/recurrence/recurrence-editor";
import { SeriesPolicies } from "@/components/timing/recurrence/series-policies";
import { Button } from "@/components/ui/actions/button";
import type { CampaignRecurrence } from "@/lib/domain/timing/campaign-timing";
import { isUsableRecurrence } from "@/lib/domain/timing/recurrence/usable-recurrence";
import type { WallTime } from "@/lib/domain/timing/zone-clock";
import type { OpenDraft } from "../use-draft-store";
import { changeTiming } from "./change-timing";
import { OwnClock } from "./own-clock";
import { WhenFields } from "./when-fields";

/** A first date, a rule, and what becomes of dates that cannot be kept. */
export function SeriesFields({ open, workspaceZone }: { open: OpenDraft; workspaceZone: string }) {
  const t = useTranslations("campaigns.schedule");
  const { timing } = open.draft;
  const zone = timing.timeZone ?? workspaceZone;
  const { recurrence } = timing;
  if (!recurrence)
    return (
      <Button
        icon={<CalendarPlus aria-hidden />}
        className="w-fit"
        onClick={() => changeTiming(open, { recurrence: newRecurrence(new Date(), zone) })}
      >
        {t("series.begin")}
      </Button>
    );
  const set = (next: CampaignRecurrence) => changeTiming(open, { recurrence: next });
  const setWhen = (start: WallTime, nextZone: string) =>
    changeTiming(open, {
      recurrence: { ...recurrence, start },
      timeZone: nextZone === workspaceZone ? null : nextZone,
    });
  const isStarted = isUsableRecurrence({ ...recurrence, rrule: "FREQ=DAILY" });
  return (
    <>
      <WhenFields
        isFirst
        wall={recurrence.start}
        zone={zone}
        workspaceZone={workspaceZone}
        onChange={setWhen}
        {...(isStarted ? {} : { error: t("missing") })}
      />
      <RecurrenceEditor recurrence={recurrence} onChange={set} />
      <SeriesPolicies recurrence={recurrence} onChange={set} />
      <OwnClock open={open} workspaceZone={workspaceZone} />
    </>
  );
}
