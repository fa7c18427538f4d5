"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { Switch } from "@/components/ui/forms/switch";
import { cityOf } from "@/lib/browser/time-zones";
import { toInstant, toWallTime, type WallTime } from "@/lib/domain/timing/zone-clock";
import { findScheduleProblem } from "../campaign-draft";
import type { OpenDraft } from "../use-draft-store";
import { changeTiming } from "./change-timing";
import { nextFullHour } from "./next-full-hour";

const dayMillis = 86_400_000;

/** The end of it all: whoever was not reached by then is left out. */
export function StopAtField({ open, workspaceZone }: { open: OpenDraft; workspaceZone: string }) {
  const t = useTranslations("campaigns.delivery");
  const { timing, scheduledAt } = open.draft;
  const { expiresAt } = timing;
  return (
    <div className="flex flex-col gap-3">
      <Switch
        label={t("stopAt")}
        description={t("stopAtHelp")}
        checked={expiresAt !== null}
        onCheckedChange={(isOn) =>
          changeTiming(open, {
            expiresAt: isOn ? dayAfter(scheduledAt ?? nextFullHour(new Date())).toISOString() : null,
          })
        }
      />
      {expiresAt === null ? null : (
        <StopAtInputs open={open} expiresAt={expiresAt} zone={timing.timeZone ?? workspaceZone} />
      )}
    </div>
  );
}

const dayAfter = (instant: Date): Date => new Date(instant.getTime() + dayMillis);

type StopAtInputsProps = { open: OpenDraft; expiresAt: string; zone: string };

function StopAtInputs({ open, expiresAt, zone }: StopAtInputsProps) {
  const t = useTranslations("campaigns.delivery");
  const locale = useLocale();
  const [wall, setWall] = useState<WallTime>(() => toWallTime(new Date(expiresAt), zone));
  const set = (next: WallTime) => {
    setWall(next);
    const instant = toInstant(next, zone);
    if (instant) changeTiming(open, { expiresAt: instant.toISOString() });
  };
  const isEarly = findScheduleProblem(open.draft) === "ends_early";
  return (
    <div className="grid max-w-md gap-4 sm:grid-cols-[1fr_8rem]">
      <Field
        label={t("stopDate")}
        help={t("stopZone", { city: cityOf(zone, locale) })}
        {...(isEarly ? { error: t("stopEarly") } : {})}
      >
        <Input
          type="date"
          value={wall.date}
          onChange={(event) => set({ ...wall, date: event.currentTarget.value })}
        />
      </Field>
      <Field label={t("stopTime")}>
        <Input
          type="time"
          value={wall.time}
          onChange={(event) => set({ ...wall, time: event.currentTarget.value })}
        />
      </Field>
    </div>
  );
}
