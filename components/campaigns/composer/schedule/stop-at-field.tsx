"use client";

import { useLocale, useTranslations } from "next-intl";
import { MomentFields } from "@/components/timing/moment-fields";
import { Switch } from "@/components/ui/forms/switch";
import { cityOf } from "@/lib/browser/time-zones";
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
  const nextHour = () => nextFullHour(new Date(), timing.timeZone ?? workspaceZone);
  return (
    <div className="flex flex-col gap-3">
      <Switch
        label={t("stopAt")}
        description={t("stopAtHelp")}
        checked={expiresAt !== null}
        onCheckedChange={(isOn) =>
          changeTiming(open, {
            expiresAt: isOn ? dayAfter(scheduledAt ?? nextHour()).toISOString() : null,
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
  const isEarly = findScheduleProblem(open.draft) === "ends_early";
  return (
    <MomentFields
      dateLabel={t("stopDate")}
      timeLabel={t("stopTime")}
      help={t("stopZone", { city: cityOf(zone, locale) })}
      error={isEarly ? t("stopEarly") : undefined}
      value={expiresAt}
      zone={zone}
      onChange={(value) => changeTiming(open, { expiresAt: value })}
    />
  );
}
