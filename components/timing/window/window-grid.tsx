"use client";

import { Copy } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/actions/button";
import { IconButton } from "@/components/ui/actions/icon-button";
import { Checkbox } from "@/components/ui/forms/checkbox";
import { Input } from "@/components/ui/forms/input";
import { daytime } from "@/lib/domain/timing/sending-rules";
import {
  type DaySpan,
  isAlwaysClosed,
  type SendingWindow,
  type Weekday,
  weekdays,
} from "@/lib/domain/timing/sending-window";
import { weekdayName } from "@/lib/domain/timing/weekday-names";
import { isOvernight } from "../words/window-words";

export type WindowGridProps = {
  label: string;
  value: SendingWindow;
  onChange: (window: SendingWindow) => void;
  disabled?: boolean;
};

const spanDefault: DaySpan = { from: "09:00", to: "21:00" };

/** When each weekday is open; an end before its start is on the next day. */
export function WindowGrid({ label, value, onChange, disabled = false }: WindowGridProps) {
  const t = useTranslations("timing.window");
  const setDay = (day: Weekday, span: DaySpan | null) => onChange({ ...value, [day]: span });
  const copyToAll = (span: DaySpan) =>
    onChange(Object.fromEntries(weekdays.map((day) => [day, value[day] && span])) as SendingWindow);
  return (
    <fieldset className="min-w-0" disabled={disabled}>
      <legend className="sr-only">{label}</legend>
      <ul className="@container divide-y rounded-lg border bg-card">
        {weekdays.map((day) => (
          <DayRow
            key={day}
            day={day}
            span={value[day]}
            disabled={disabled}
            onChange={(span) => setDay(day, span)}
            onCopy={copyToAll}
          />
        ))}
      </ul>
      {isAlwaysClosed(value) ? (
        <p role="alert" className="mt-1.5 text-danger text-xs">
          {t("neverOpen")}
        </p>
      ) : null}
      {disabled ? null : (
        <Button size="sm" className="mt-2" onClick={() => onChange(daytime)}>
          {t("preset")}
        </Button>
      )}
    </fieldset>
  );
}

type DayRowProps = {
  day: Weekday;
  span: DaySpan | null;
  disabled: boolean;
  onChange: (span: DaySpan | null) => void;
  onCopy: (span: DaySpan) => void;
};

function DayRow({ day, span, disabled, onChange, onCopy }: DayRowProps) {
  const t = useTranslations("timing.window");
  const name = weekdayName(day, useLocale());
  return (
    <li className="grid min-h-12 grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 gap-y-1 px-3 py-1.5 @lg:grid-cols-[9rem_minmax(0,1fr)_auto]">
      <Checkbox
        label={name}
        checked={span !== null}
        disabled={disabled}
        onCheckedChange={(isOpen) => onChange(isOpen ? spanDefault : null)}
      />
      {span ? (
        <Times name={name} span={span} disabled={disabled} onChange={onChange} />
      ) : (
        <span className="text-muted-foreground text-sm @max-lg:text-right">{t("closed")}</span>
      )}
      {span && !disabled ? (
        <IconButton
          icon={<Copy aria-hidden />}
          label={t("copyToAll", { day: name })}
          className="@max-lg:row-start-1 @max-lg:col-start-2"
          onClick={() => onCopy(span)}
        />
      ) : null}
    </li>
  );
}

type TimesProps = {
  name: string;
  span: DaySpan;
  disabled: boolean;
  onChange: (span: DaySpan) => void;
};

function Times({ name, span, disabled, onChange }: TimesProps) {
  const t = useTranslations("timing.window");
  const { from, to } = span;
  return (
    <span className="grid grid-cols-[minmax(0,1fr)_auto_minmax(0,1fr)] items-center gap-x-2 gap-y-1 @max-lg:col-span-2 @lg:flex @lg:flex-wrap">
      <Input
        type="time"
        aria-label={t("fromOf", { day: name })}
        className="@max-lg:px-1.5 @lg:w-32"
        value={from}
        disabled={disabled}
        onChange={(event) => onChange({ ...span, from: event.currentTarget.value })}
      />
      <span aria-hidden>–</span>
      <Input
        type="time"
        aria-label={t("toOf", { day: name })}
        className="@max-lg:px-1.5 @lg:w-32"
        value={to}
        disabled={disabled}
        onChange={(event) => onChange({ ...span, to: event.currentTarget.value })}
      />
      {from && to && isOvernight(span) ? (
        <span className="text-muted-foreground text-xs @max-lg:col-span-3">
          {t(from === to ? "fullDay" : "nextDay")}
        </span>
      ) : null}
    </span>
  );
}
