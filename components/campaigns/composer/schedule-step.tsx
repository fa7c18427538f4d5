"use client";

import { CalendarClock, Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Callout } from "@/components/ui/feedback/callout";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { TimeZoneCombobox } from "@/components/ui/forms/time-zone-combobox";
import type { ScheduleType } from "@/lib/domain/campaigns/campaign";
import { toInstant, toWallTime, type WallTime } from "@/lib/domain/timing/zone-clock";
import { isPast } from "./campaign-draft";
import { DeliveryOptions } from "./delivery-options";
import { ScheduleSentence } from "./schedule-sentence";
import { TrackingOptions } from "./tracking-options";
import type { OpenDraft } from "./use-draft-store";

export function ScheduleStep({ open, timeZone }: { open: OpenDraft; timeZone: string }) {
  const t = useTranslations("campaigns.schedule");
  const { draft, change } = open;
  const choose = (scheduleType: ScheduleType) => {
    if (scheduleType === "send_now") return change({ scheduleType, scheduledAt: null });
    const isUsable = draft.scheduledAt && !isPast(draft.scheduledAt);
    change({ scheduleType, ...(isUsable ? {} : { scheduledAt: nextFullHour(new Date()) }) });
  };
  return (
    <div className="flex max-w-3xl flex-col gap-8">
      <section aria-label={t("title")} className="flex flex-col gap-4">
        <h2 className="font-semibold text-base">{t("title")}</h2>
        <RadioGroup
          appearance="cards"
          aria-label={t("title")}
          value={draft.scheduleType}
          onValueChange={choose}
          options={[
            { value: "send_now", label: t("now"), description: t("nowHelp"), icon: <Send aria-hidden /> },
            {
              value: "scheduled",
              label: t("later"),
              description: t("laterHelp"),
              icon: <CalendarClock aria-hidden />,
            },
          ]}
        />
        {draft.scheduleType === "scheduled" ? <Moment open={open} workspaceZone={timeZone} /> : null}
      </section>
      <DeliveryOptions open={open} />
      <TrackingOptions open={open} />
    </div>
  );
}

/** Date and time as the clock of a named zone shows them. */
function Moment({ open, workspaceZone }: { open: OpenDraft; workspaceZone: string }) {
  const t = useTranslations("campaigns.schedule");
  const { scheduledAt } = open.draft;
  const [zone, setZone] = useState(workspaceZone);
  const [wall, setWall] = useState<WallTime>(() => toWallTime(scheduledAt ?? nextFullHour(new Date()), zone));
  const set = (nextWall: WallTime, nextZone: string) => {
    setWall(nextWall);
    setZone(nextZone);
    open.change({ scheduledAt: toInstant(nextWall, nextZone) ?? null });
  };
  const error = momentError(scheduledAt);
  const today = toWallTime(new Date(), zone).date;
  return (
    <div className="flex flex-col gap-4 rounded-lg border bg-card p-4">
      <div className="grid gap-4 sm:grid-cols-[1fr_8rem_minmax(0,1.6fr)]">
        <Field label={t("date")} {...(error ? { error: t(error) } : {})}>
          <Input
            type="date"
            value={wall.date}
            min={today}
            onChange={(event) => set({ ...wall, date: event.currentTarget.value }, zone)}
          />
        </Field>
        <Field label={t("time")}>
          <Input
            type="time"
            value={wall.time}
            onChange={(event) => set({ ...wall, time: event.currentTarget.value }, zone)}
          />
        </Field>
        <Field label={t("zone")} help={t(zone === workspaceZone ? "workspaceZone" : "otherZone")}>
          <TimeZoneCombobox
            value={zone}
            preferred={workspaceZone}
            onValueChange={(next) => set(wall, next)}
          />
        </Field>
      </div>
      {scheduledAt && !error ? (
        <p role="status" className="text-sm">
          <ScheduleSentence at={scheduledAt} zone={zone} />
        </p>
      ) : null}
      {scheduledAt && !error && isNight(wall) ? <Callout tone="warning">{t("night")}</Callout> : null}
    </div>
  );
}

const hourMillis = 3_600_000;

/** At least an hour away. */
const nextFullHour = (now: Date): Date => new Date(Math.ceil(now.getTime() / hourMillis + 1) * hourMillis);

function momentError(scheduledAt: Date | null): "missing" | "past" | undefined {
  if (!scheduledAt) return "missing";
  return isPast(scheduledAt) ? "past" : undefined;
}

const dayStarts = "09:00";
const dayEnds = "21:00";

/** Outside the hours in which people like to hear from a business. */
const isNight = ({ time }: WallTime): boolean => time < dayStarts || time > dayEnds;
