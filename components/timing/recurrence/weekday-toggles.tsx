"use client";

import { Toggle } from "@base-ui/react/toggle";
import { ToggleGroup } from "@base-ui/react/toggle-group";
import { useLocale } from "next-intl";
import { type Weekday, weekdays } from "@/lib/domain/timing/sending-window";
import { weekdayName } from "@/lib/domain/timing/weekday-names";

export type WeekdayTogglesProps = {
  label: string;
  value: readonly Weekday[];
  onValueChange: (days: Weekday[]) => void;
};

/** Any of the seven, Monday first. */
export function WeekdayToggles({ label, value, onValueChange }: WeekdayTogglesProps) {
  const locale = useLocale();
  return (
    <ToggleGroup
      multiple
      aria-label={label}
      value={[...value]}
      onValueChange={(chosen) => onValueChange(weekdays.filter((day) => chosen.includes(day)))}
      className="grid grid-cols-7 gap-1 sm:flex sm:flex-wrap"
    >
      {weekdays.map((day) => (
        <Toggle
          key={day}
          value={day}
          aria-label={weekdayName(day, locale)}
          className="inline-flex h-8 items-center justify-center rounded-md border border-input bg-card font-medium text-muted-foreground text-xs transition-colors hover:text-foreground data-pressed:border-brand data-pressed:bg-brand-subtle data-pressed:text-foreground max-sm:h-10 sm:w-12"
        >
          {weekdayName(day, locale, "short")}
        </Toggle>
      ))}
    </ToggleGroup>
  );
}
