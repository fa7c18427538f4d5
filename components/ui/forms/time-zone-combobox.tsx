"use client";

import { useState } from "react";
import { Combobox } from "@/components/ui/forms/combobox";
import type { SelectOption } from "@/components/ui/forms/select";

export type TimeZoneComboboxProps = {
  /** An IANA name. */
  value: string;
  onValueChange: (zone: string) => void;
  disabled?: boolean;
};

/** Searched by city; each zone says its present distance to UTC. */
export function TimeZoneCombobox({ value, onValueChange, disabled }: TimeZoneComboboxProps) {
  const [options] = useState(() => optionsWith(value));
  return (
    <Combobox
      options={options}
      value={value}
      onValueChange={(zone) => zone && onValueChange(zone)}
      disabled={disabled}
    />
  );
}

function optionsWith(value: string): SelectOption<string>[] {
  const zones = new Set(["UTC", ...Intl.supportedValuesOf("timeZone"), value]);
  return [...zones].map((zone) => ({
    value: zone,
    label: zone.replaceAll("_", " "),
    description: offsetOf(zone),
  }));
}

function offsetOf(timeZone: string): string {
  const format = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" });
  return format.formatToParts().find((part) => part.type === "timeZoneName")?.value ?? "";
}
