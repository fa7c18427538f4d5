"use client";

import { useLocale } from "next-intl";
import { useState } from "react";
import { Combobox } from "@/components/ui/forms/combobox";
import { zoneOptionsOf } from "@/lib/browser/time-zones";

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
  const [options] = useState(() => zoneOptionsOf([preferred ?? value, value], locale));
  return (
    <Combobox
      options={options}
      value={value}
      onValueChange={(zone) => zone && onValueChange(zone)}
      disabled={disabled}
    />
  );
}
