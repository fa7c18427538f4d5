"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Combobox } from "@/components/ui/forms/combobox";
import { Field } from "@/components/ui/forms/field";
import type { Channel } from "@/lib/domain/channels/channel";
import { contactOptions } from "./api";
import { useContactName } from "./contact-name";
import { addressOn, useContactSearch } from "./use-contact-search";

/** `name` is empty where only the id is known, as of a link. */
export type PickedContact = { id: string; name: string };

export type ContactPickerProps = {
  workspace: string;
  /** Only whom it reaches is offered; everybody without one. */
  channel?: Channel;
  value: PickedContact | null;
  onChange: (contact: PickedContact | null) => void;
  label: string;
  help?: string;
  error?: string;
};

type Found = ReturnType<typeof useContactSearch>["contacts"][number];

/** What tells people of one name apart. */
function describe({ externalId, subscriptions }: Found, channel: Channel | undefined): string {
  if (channel) return addressOn(channel, subscriptions) ?? "";
  return [externalId, addressOn("email", subscriptions)].filter(Boolean).join(" · ");
}

/** A person by name, id or address. */
export function ContactPicker(props: ContactPickerProps) {
  const { workspace, channel, value, onChange, label, help, error } = props;
  const t = useTranslations("contacts.picker");
  const nameOf = useContactName();
  const [search, setSearch] = useState("");
  const { contacts, isSearching } = useContactSearch(workspace, search, channel);
  const unnamed = value?.name === "" ? value.id : "";
  const { data: own } = useQuery({ ...contactOptions(workspace, unnamed), enabled: unnamed !== "" });
  const found = contacts.map((contact) => ({
    value: contact.id,
    label: nameOf(contact),
    description: describe(contact, channel),
  }));
  const isListed = found.some((option) => option.value === value?.id);
  const name = value?.name || (own ? nameOf(own) : "");
  const options = value && name && !isListed ? [...found, { value: value.id, label: name }] : found;
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
        placeholder={t("placeholder")}
        emptyText={t(channel ? "noneOnChannel" : "none")}
      />
    </Field>
  );
}
