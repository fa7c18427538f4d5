"use client";

import { useLocale } from "next-intl";
import { useState } from "react";
import { Combobox } from "@/components/ui/forms/combobox";
import type { SelectOption } from "@/components/ui/forms/select";
import { offsetOf } from "@/lib/browser/time-zones";

export type TimeZoneComboboxProps = {
  /** An IANA name. */
  value: string;
  /** Listed first. */
  preferred?: string;
  onValueChange: (zone: string) => void;
  disabled?: boolean;
};

/** Searched by city; each zone says its present distance to UTC. */
export function TimeZoneCombobox({ value, preferred, onValueChange, disabled }: TimeZoneComboboxProps) {
  const locale = useLocale();
  const [options] = useState(() => optionsOf([preferred ?? value, value], locale));
  return (
    <Combobox
      options={options}
      value={value}
      onValueChange={(zone) => zone && onValueChange(zone)}
      disabled={disabled}
    />
  );
}

function optionsOf(first: string[], locale: string): SelectOption<string>[] {
  const zones = new Set([...first, "UTC", ...Intl.supportedValuesOf("timeZone")]);
  return [...zones].map((zone) => ({
    value: zone,
    label: zone.replaceAll("_", " "),
    description: offsetOf(zone, locale),
  }));
}
