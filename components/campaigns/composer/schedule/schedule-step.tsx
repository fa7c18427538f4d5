"use client";

import { CalendarClock, Repeat, Send, Sparkles } from "lucide-react";
import { useTranslations } from "next-intl";
import { TrackingOptions } from "@/components/content/tracking-options";
import { newRecurrence } from "@/components/timing/recurrence/new-recurrence";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import type { ScheduleType } from "@/lib/domain/campaigns/campaign";
import { type SendingRules, windowFor } from "@/lib/domain/timing/sending-rules";
import { type CampaignDraft, isPast } from "../campaign-draft";
import type { OpenDraft } from "../use-draft-store";
import { BestTimeFields } from "./best-time-fields";
import { DeliveryOptions } from "./delivery-options";
import { nextFullHour } from "./next-full-hour";
import { OnceFields } from "./once-fields";
import { OwnClock } from "./own-clock";
import { SeriesFields } from "./series-fields";
import { SeriesOutcome } from "./series-outcome";

export type ScheduleStepProps = { open: OpenDraft; timeZone: string; sendingRules: SendingRules };

export function ScheduleStep({ open, timeZone, sendingRules }: ScheduleStepProps) {
  const t = useTranslations("campaigns.schedule");
  const { draft, change } = open;
  const { scheduleType } = draft;
  return (
    <div className="grid max-w-3xl items-start gap-8 xl:max-w-none xl:grid-cols-[minmax(0,48rem)_minmax(16rem,24rem)]">
      <section aria-label={t("title")} className="flex min-w-0 flex-col gap-4">
        <h2 className="font-semibold text-base">{t("title")}</h2>
        <RadioGroup
          appearance="cards"
          aria-label={t("title")}
          value={scheduleType}
          onValueChange={(next) => change(startingPoint(next, draft, timeZone))}
          options={[
            { value: "send_now", label: t("now"), description: t("nowHelp"), icon: <Send aria-hidden /> },
            {
              value: "scheduled",
              label: t("later"),
              description: t("laterHelp"),
              icon: <CalendarClock aria-hidden />,
            },
            {
              value: "recurring",
              label: t("series.label"),
              description: t("series.help"),
              icon: <Repeat aria-hidden />,
            },
            {
              value: "best_time",
              label: t("bestTime.label"),
              description: t("bestTime.help"),
              icon: <Sparkles aria-hidden />,
            },
          ]}
        />
        {scheduleType === "send_now" ? null : (
          <div className="flex flex-col gap-5 rounded-lg border bg-card p-4">
            {scheduleType === "scheduled" ? (
              <>
                <OnceFields
                  open={open}
                  workspaceZone={timeZone}
                  isKeptToHours={isKeptToHours(draft, sendingRules)}
                />
                <OwnClock open={open} workspaceZone={timeZone} />
              </>
            ) : null}
            {scheduleType === "recurring" ? <SeriesFields open={open} workspaceZone={timeZone} /> : null}
            {scheduleType === "best_time" ? <BestTimeFields open={open} workspaceZone={timeZone} /> : null}
          </div>
        )}
      </section>
      {scheduleType === "recurring" ? (
        <div className="min-w-0 xl:sticky xl:top-4 xl:row-span-2 xl:pt-9">
          <SeriesOutcome timing={draft.timing} workspaceZone={timeZone} />
        </div>
      ) : null}
      <div className="flex min-w-0 flex-col gap-8">
        <DeliveryOptions open={open} timeZone={timeZone} sendingRules={sendingRules} />
        <TrackingOptions
          channels={[open.draft.channelType]}
          tracking={open.draft.tracking}
          onChange={(tracking) => open.change({ tracking })}
        />
      </div>
    </div>
  );
}

function isKeptToHours({ channelType, category, timing }: CampaignDraft, rules: SendingRules): boolean {
  if (timing.sendingWindow === "any") return false;
  return timing.sendingWindow !== "workspace" || windowFor(rules, channelType, category) !== null;
}

/** What a choice begins with; people's own clocks mean nothing where nobody names a time. */
function startingPoint(
  scheduleType: ScheduleType,
  { scheduledAt, timing }: CampaignDraft,
  workspaceZone: string,
): Partial<CampaignDraft> {
  const now = new Date();
  const zone = timing.timeZone ?? workspaceZone;
  switch (scheduleType) {
    case "send_now":
    case "best_time":
      return { scheduleType, scheduledAt: null, timing: { ...timing, clock: "workspace" } };
    case "scheduled":
      return {
        scheduleType,
        scheduledAt: scheduledAt && !isPast(scheduledAt) ? scheduledAt : nextFullHour(now, zone),
      };
    case "recurring": {
      const recurrence = timing.recurrence ?? newRecurrence(now, zone);
      return { scheduleType, scheduledAt: null, timing: { ...timing, recurrence } };
    }
  }
}
