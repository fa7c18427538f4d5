"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { MomentFields } from "@/components/timing/moment-fields";
import { WeekdayToggles } from "@/components/timing/recurrence/weekday-toggles";
import { Button } from "@/components/ui/actions/button";
import { IconButton } from "@/components/ui/actions/icon-button";
import { Field } from "@/components/ui/forms/field";
import { FormSection } from "@/components/ui/forms/form-section";
import { Input } from "@/components/ui/forms/input";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { TimeZoneCombobox } from "@/components/ui/forms/time-zone-combobox";
import type { HourSpan } from "@/lib/domain/coupons/offers/offer";
import { hourSpansMax } from "@/lib/domain/coupons/offers/offer-fields";
import { clockTime, minutesOfClock } from "@/lib/domain/timing/clock-time";
import { weekdays } from "@/lib/domain/timing/sending-window";
import { endings } from "./offer-draft";
import type { SectionProps } from "./section-props";

const dayMillis = 86_400_000;

/** From when until when, on which days and at which hours. */
export function TimeFields({ draft, set, error }: SectionProps) {
  const t = useTranslations("offers.form");
  const zone = draft.timeZone;
  return (
    <FormSection title={t("validity")} description={t("validityHelp")}>
      <Field label={t("timeZone")} help={t("timeZoneHelp")} className="max-w-md" {...error("time_zone")}>
        <TimeZoneCombobox value={zone} onValueChange={(timeZone) => set({ timeZone })} />
      </Field>
      <MomentFields
        key={`start ${zone}`}
        dateLabel={t("startDay")}
        timeLabel={t("startTime")}
        help={t("inZone", { zone })}
        error={error("starts_at").error}
        value={draft.startsAt.toISOString()}
        zone={zone}
        onChange={(moment) => set({ startsAt: new Date(moment) })}
      />
      <div className="flex flex-col gap-1.5">
        <p className="font-medium text-sm">{t("end")}</p>
        <RadioGroup
          aria-label={t("end")}
          value={draft.ending}
          onValueChange={(ending) =>
            set({
              ending,
              endsAt: draft.endsAt ?? new Date(draft.startsAt.getTime() + 30 * dayMillis),
              lastDay:
                draft.lastDay ??
                new Date(draft.startsAt.getTime() + 30 * dayMillis).toISOString().slice(0, 10),
            })
          }
          options={endings.map((value) => ({ value, label: t(`endings.${value}`) }))}
        />
      </div>
      {draft.ending === "day" ? (
        <Field label={t("lastDay")} help={t("lastDayHelp")} className="max-w-xs" {...error("last_day")}>
          <Input
            type="date"
            value={draft.lastDay ?? ""}
            onChange={(event) => event.target.value && set({ lastDay: event.target.value })}
          />
        </Field>
      ) : null}
      {draft.ending === "moment" && draft.endsAt ? (
        <MomentFields
          key={`end ${zone}`}
          dateLabel={t("endDay")}
          timeLabel={t("endTime")}
          help={t("inZone", { zone })}
          error={error("ends_at").error}
          value={draft.endsAt.toISOString()}
          zone={zone}
          onChange={(moment) => set({ endsAt: new Date(moment) })}
        />
      ) : null}
      <Field label={t("weekdays")} help={t("weekdaysHelp")} {...error("weekdays")}>
        <WeekdayToggles
          label={t("weekdays")}
          value={weekdays.filter((_, at) => draft.weekdays?.includes(at + 1))}
          onValueChange={(days) => {
            const numbers = days.map((day) => weekdays.indexOf(day) + 1);
            set({ weekdays: numbers.length === 0 || numbers.length === weekdays.length ? null : numbers });
          }}
        />
      </Field>
      <HourSpans
        value={draft.hours ?? []}
        onChange={(hours) => set({ hours: hours.length ? hours : null })}
        error={error}
      />
    </FormSection>
  );
}

type HourSpansProps = {
  value: HourSpan[];
  onChange: (spans: HourSpan[]) => void;
  error: SectionProps["error"];
};

/** A time field has no 24:00. */
const dayMinutes = 1_440;

function HourSpans({ value, onChange, error }: HourSpansProps) {
  const t = useTranslations("offers.form");
  const change = (at: number, end: keyof HourSpan, clock: string) => {
    const minutes = minutesOfClock(clock);
    if (minutes === undefined) return;
    onChange(value.map((span, position) => (position === at ? { ...span, [end]: minutes } : span)));
  };
  return (
    <div className="flex flex-col gap-2">
      <p className="font-medium text-sm">{t("hours")}</p>
      {value.length === 0 ? <p className="text-muted-foreground text-xs">{t("allDay")}</p> : null}
      {[...value.entries()].map(([at, span]) => (
        <div key={at} className="flex items-start gap-2">
          {(["from", "to"] as const).map((end) => (
            <Field
              key={end}
              label={t(`hour.${end}`, { position: at + 1 })}
              labelHidden
              className="w-32"
              {...(end === "from" ? error(`hours.${at}`) : {})}
            >
              <Input
                type="time"
                value={clockTime(span[end] % dayMinutes)}
                onChange={(event) => change(at, end, event.target.value)}
              />
            </Field>
          ))}
          <IconButton
            icon={<X />}
            label={t("removeHours", { position: at + 1 })}
            onClick={() => onChange(value.filter((_, position) => position !== at))}
          />
        </div>
      ))}
      {value.length < hourSpansMax ? (
        <Button
          className="self-start"
          icon={<Plus />}
          onClick={() => onChange([...value, { from: 540, to: 1_260 }])}
        >
          {t("addHours")}
        </Button>
      ) : null}
    </div>
  );
}
