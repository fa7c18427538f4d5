"use client";

import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { Combobox } from "@/components/ui/forms/combobox";
import { Field } from "@/components/ui/forms/field";

export type TimeZoneSelectProps = { value: string; onChange: (zone: string) => void; workspaceZone: string };

export const zoneCity = (zone: string): string => zone.split("/").at(-1)?.replaceAll("_", " ") ?? zone;

/** Every zone the browser knows, by city and offset; the workspace's first. */
export function TimeZoneSelect({ value, onChange, workspaceZone }: TimeZoneSelectProps) {
  const t = useTranslations("campaigns.schedule");
  const locale = useLocale();
  const options = useMemo(() => {
    const known = [...new Set([workspaceZone, value, ...Intl.supportedValuesOf("timeZone"), "UTC"])];
    return known.map((zone) => ({
      value: zone,
      label: `${zone.replaceAll("_", " ")} (${offsetOf(zone, locale)})`,
    }));
  }, [workspaceZone, value, locale]);
  return (
    <Field label={t("zone")} help={t(value === workspaceZone ? "workspaceZone" : "otherZone")}>
      <Combobox options={options} value={value} onValueChange={(zone) => zone && onChange(zone)} />
    </Field>
  );
}

export function offsetOf(zone: string, locale: string, at = new Date()): string {
  const parts = new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    timeZoneName: "shortOffset",
  }).formatToParts(at);
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? zone;
}
