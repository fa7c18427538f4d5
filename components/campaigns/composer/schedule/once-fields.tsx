"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Callout } from "@/components/ui/feedback/callout";
import { daytimeHours } from "@/lib/domain/timing/sending-rules";
import { toInstant, toWallTime, type WallTime } from "@/lib/domain/timing/zone-clock";
import { ScheduleSentence } from "../../schedule/schedule-sentence";
import { isPast } from "../campaign-draft";
import type { OpenDraft } from "../use-draft-store";
import { nextFullHour } from "./next-full-hour";
import { WhenFields } from "./when-fields";

export type OnceFieldsProps = {
  open: OpenDraft;
  workspaceZone: string;
  /** Nobody is written to outside the sending hours anyway. */
  isKeptToHours: boolean;
};

/** One moment, on the clock of a zone. */
export function OnceFields({ open, workspaceZone, isKeptToHours }: OnceFieldsProps) {
  const t = useTranslations("campaigns.schedule");
  const { scheduledAt, timing } = open.draft;
  const zone = timing.timeZone ?? workspaceZone;
  const [wall, setWall] = useState<WallTime>(() =>
    toWallTime(scheduledAt ?? nextFullHour(new Date(), zone), zone),
  );
  const set = (nextWall: WallTime, nextZone: string) => {
    setWall(nextWall);
    const timeZone = nextZone === workspaceZone ? null : nextZone;
    open.change({
      scheduledAt: toInstant(nextWall, nextZone) ?? null,
      timing: { ...open.draft.timing, timeZone },
    });
  };
  const problem = momentProblem(scheduledAt);
  const isOwnClock = timing.clock === "recipient";
  return (
    <>
      <WhenFields
        wall={wall}
        zone={zone}
        workspaceZone={workspaceZone}
        onChange={set}
        {...(problem ? { error: t(problem) } : {})}
      />
      {scheduledAt && !problem && !isOwnClock ? (
        <p role="status" className="text-sm">
          <ScheduleSentence at={scheduledAt} zone={zone} />
        </p>
      ) : null}
      {scheduledAt && !problem && !isKeptToHours && isNight(wall) ? (
        <Callout tone="warning">{t("night")}</Callout>
      ) : null}
    </>
  );
}

function momentProblem(scheduledAt: Date | null): "missing" | "past" | undefined {
  if (!scheduledAt) return "missing";
  return isPast(scheduledAt) ? "past" : undefined;
}

/** Outside the hours in which people like to hear from a business. */
const isNight = ({ time }: WallTime): boolean => time < daytimeHours.from || time > daytimeHours.to;
