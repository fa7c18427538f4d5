"use client";

import { useLocale, useTranslations } from "next-intl";
import { useShell } from "@/components/layout/shell-context";
import { MomentFields } from "@/components/timing/moment-fields";
import { Switch } from "@/components/ui/forms/switch";
import { cityOf } from "@/lib/browser/time-zones";
import type { Definition } from "@/lib/domain/automations/definition";

export type StartsAtFieldProps = {
  startsAt: Definition["startsAt"];
  onChange: (startsAt: string | null) => void;
};

const dayMillis = 86_400_000;

/** Before it nobody comes in. */
export function StartsAtField({ startsAt, onChange }: StartsAtFieldProps) {
  const t = useTranslations("automations.startsAt");
  const locale = useLocale();
  const { timeZone } = useShell().workspace;
  return (
    <div className="flex flex-col gap-3">
      <Switch
        label={t("label")}
        description={t("help")}
        checked={Boolean(startsAt)}
        onCheckedChange={(isOn) => onChange(isOn ? new Date(Date.now() + dayMillis).toISOString() : null)}
      />
      {startsAt ? (
        <MomentFields
          dateLabel={t("date")}
          timeLabel={t("time")}
          help={t("zone", { city: cityOf(timeZone, locale) })}
          value={startsAt}
          zone={timeZone}
          onChange={onChange}
        />
      ) : null}
    </div>
  );
}
