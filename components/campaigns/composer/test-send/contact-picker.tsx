"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useContactSearch } from "@/components/content/api";
import { addressOn } from "@/components/content/preview/person-picker";
import { Combobox } from "@/components/ui/forms/combobox";
import { Field } from "@/components/ui/forms/field";
import type { Channel } from "@/lib/domain/channels/channel";
import { displayNameOf } from "@/lib/domain/contacts/contact";

export type PickedContact = { id: string; name: string };

export type ContactPickerProps = {
  workspace: string;
  /** Only whom it reaches is offered; everybody without one. */
  channel?: Channel;
  value: PickedContact | null;
  onChange: (contact: PickedContact | null) => void;
  label: string;
  help: string;
  error?: string;
};

type Found = ReturnType<typeof useContactSearch>["contacts"][number];

/** What tells people of one name apart. */
function describe({ externalId, subscriptions }: Found, channel: Channel | undefined): string | undefined {
  if (channel) return addressOn(channel, subscriptions);
  const email = addressOn("email", subscriptions);
  return [externalId, email].filter(Boolean).join(" · ");
}

/** A person by name, id or address. */
export function ContactPicker(props: ContactPickerProps) {
  const { workspace, channel, value, onChange, label, help, error } = props;
  const t = useTranslations("campaigns.test");
  const [search, setSearch] = useState("");
  const { contacts, isSearching } = useContactSearch(workspace, search, channel);
  const found = contacts.map((contact) => ({
    value: contact.id,
    label: displayNameOf(contact) || t("nameless"),
    description: describe(contact, channel),
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
        loading={isSearching}
        emptyText={t("noContact")}
      />
    </Field>
  );
}
