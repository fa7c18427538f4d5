"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { eventNamesOptions } from "@/components/events/api";
import { useEventName } from "@/components/events/use-event-name";
import { useShell } from "@/components/layout/shell-context";
import { Combobox } from "@/components/ui/forms/combobox";
import { Field } from "@/components/ui/forms/field";
import { commerceEvents } from "@/lib/contracts/events/commerce-events";
import { eventNamePattern, ownEventPrefix } from "@/lib/domain/events/event";

export type EventNameFieldProps = { value: string; onChange: (name: string) => void; label: string };

const mayBeNamed = (name: string): boolean => eventNamePattern.test(name) && !name.startsWith(ownEventPrefix);

/** A name in use, one of those whose properties we know, or one that is yet to come. */
export function EventNameField({ value, onChange, label }: EventNameFieldProps) {
  const t = useTranslations("automations.event");
  const { slug } = useShell().workspace;
  const nameOf = useEventName();
  const { data } = useQuery(eventNamesOptions(slug));
  const [search, setSearch] = useState("");
  const wanted = search.trim();
  const names = new Set([...Object.keys(commerceEvents), ...(data?.names ?? []), ...(value ? [value] : [])]);
  const known = [...names].filter(mayBeNamed).map((name) => {
    const word = nameOf(name);
    return { value: name, label: word, ...(word === name ? {} : { description: name }) };
  });
  const found = known.filter((option) =>
    `${option.label} ${option.value}`.toLowerCase().includes(wanted.toLowerCase()),
  );
  const isNew = mayBeNamed(wanted) && !names.has(wanted);
  return (
    <Field label={label} help={t("nameHelp")} {...(value === "" ? { error: t("nameRequired") } : {})}>
      <Combobox
        options={isNew ? [...found, { value: wanted, label: t("useName", { name: wanted }) }] : found}
        value={value || null}
        onSearchChange={setSearch}
        onValueChange={(name) => {
          setSearch("");
          onChange(name ?? "");
        }}
        placeholder={t("namePlaceholder")}
        emptyText={t("noName")}
      />
    </Field>
  );
}
