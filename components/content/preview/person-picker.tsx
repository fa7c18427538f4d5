"use client";

import { Shuffle } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { addressOn, useContactSearch } from "@/components/contacts/use-contact-search";
import { IconButton } from "@/components/ui/actions/icon-button";
import { Combobox } from "@/components/ui/forms/combobox";
import type { Channel } from "@/lib/domain/channels/channel";
import { displayNameOf } from "@/lib/domain/contacts/contact";

/** Whose message is shown; nobody means a made-up person. */
export type PreviewPerson = { id: string; name: string } | null;

export type PersonPickerProps = {
  workspace: string;
  /** Only whom it reaches is offered. */
  channel: Channel;
  value: PreviewPerson;
  onChange: (person: PreviewPerson) => void;
  onShuffle: () => void;
};

const sampleId = "sample";

export function PersonPicker({ workspace, channel, value, onChange, onShuffle }: PersonPickerProps) {
  const t = useTranslations("content.preview");
  const [search, setSearch] = useState("");
  const { contacts, isSearching } = useContactSearch(workspace, search, channel);
  const people = contacts.map((contact) => ({
    value: contact.id,
    label: displayNameOf(contact) || t("namelessContact"),
    description: addressOn(channel, contact.subscriptions),
  }));
  const chosen = value && !people.some((person) => person.value === value.id);
  const options = [
    ...(search === "" || !value ? [{ value: sampleId, label: t("samplePerson") }] : []),
    ...(chosen ? [{ value: value.id, label: value.name }] : []),
    ...people,
  ];
  const choose = (id: string | null) => {
    const option = options.find((entry) => entry.value === id);
    onChange(option && option.value !== sampleId ? { id: option.value, name: option.label } : null);
  };
  return (
    <div className="flex min-w-0 flex-1 items-center gap-1">
      <Combobox
        aria-label={t("as")}
        options={options}
        value={value?.id ?? sampleId}
        onValueChange={choose}
        onSearchChange={setSearch}
        loading={isSearching}
        emptyText={t("noContact")}
        className="min-w-0"
      />
      <IconButton icon={<Shuffle />} label={t("shuffle")} onClick={onShuffle} />
    </div>
  );
}
