"use client";

import { useFormatter, useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Combobox } from "@/components/ui/forms/combobox";
import { Field } from "@/components/ui/forms/field";
import { Select } from "@/components/ui/forms/select";
import { zoneOptionsOf } from "@/lib/browser/time-zones";
import { hourText } from "./hour-text";

export type ClockFieldsProps = {
  /** IANA; empty where it is not known. */
  timeZone: string;
  preferredHour: number | null;
  timeZoneError: string | undefined;
  onChange: (change: { timeZone?: string; preferredHour?: number | null }) => void;
};

const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** The person's clock, and the hour on it at which they like to hear from us. */
export function ClockFields({ timeZone, preferredHour, timeZoneError, onChange }: ClockFieldsProps) {
  const t = useTranslations("contacts");
  const locale = useLocale();
  const format = useFormatter();
  const [zones] = useState(() => zoneOptionsOf(timeZone ? [timeZone] : [], locale));
  return (
    <>
      <Field label={t("timeZone")} {...(timeZoneError ? { error: timeZoneError } : {})}>
        <Combobox
          options={zones}
          value={timeZone || null}
          placeholder={t("unknown")}
          onValueChange={(zone) => onChange({ timeZone: zone ?? "" })}
        />
      </Field>
      <Field label={t("preferredHour")} help={t("preferredHourHelp")}>
        <Select
          value={preferredHour === null ? "none" : String(preferredHour)}
          onValueChange={(hour) => onChange({ preferredHour: hour === "none" ? null : Number(hour) })}
          options={[
            { value: "none", label: t("noPreferredHour") },
            ...hours.map((hour) => ({ value: String(hour), label: hourText(format, hour) })),
          ]}
        />
      </Field>
    </>
  );
}
