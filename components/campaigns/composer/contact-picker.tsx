"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { previewContactsOptions } from "@/components/content/api";
import { Combobox } from "@/components/ui/forms/combobox";
import { Field } from "@/components/ui/forms/field";
import { displayNameOf } from "@/lib/domain/contacts/contact";

export type PickedContact = { id: string; name: string };

export type ContactPickerProps = {
  workspace: string;
  value: PickedContact | null;
  onChange: (contact: PickedContact | null) => void;
  label: string;
  help: string;
  error?: string;
};

/** A person by name, id or address. */
export function ContactPicker({ workspace, value, onChange, label, help, error }: ContactPickerProps) {
  const t = useTranslations("campaigns.test");
  const [search, setSearch] = useState("");
  const { data, isFetching } = useQuery(previewContactsOptions(workspace, search.trim()));
  const found = (data?.data ?? []).map((contact) => ({
    value: contact.id,
    label: displayNameOf(contact) || t("nameless"),
    description: contact.subscriptions[0]?.address ?? "",
  }));
  const isListed = found.some((option) => option.value === value?.id);
  const options = value && !isListed ? [{ value: value.id, label: value.name }, ...found] : found;
  return (
    <Field label={label} help={help} {...(error ? { error } : {})}>
      <Combobox
        options={options}
        value={value?.id ?? null}
        onValueChange={(id) => {
          const option = options.find((entry) => entry.value === id);
          onChange(option ? { id: option.value, name: option.label } : null);
        }}
        onSearchChange={setSearch}
        loading={isFetching}
        emptyText={t("noContact")}
      />
    </Field>
  );
}
