"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { contactOptions, contactsOptions } from "@/components/contacts/api";
import { useContactName } from "@/components/contacts/contact-name";
import { Combobox } from "@/components/ui/forms/combobox";

type Props = { workspace: string; value: string | null; onChange: (contactId: string | null) => void };

const offeredMax = 20;

/** Somebody, found by name, id or address. */
export function ContactPicker({ workspace, value, onChange }: Props) {
  const t = useTranslations("redemptions.test");
  const nameOf = useContactName();
  const [q, setQ] = useState("");
  const found = useQuery(
    contactsOptions(workspace, { limit: offeredMax, ...(q.trim() ? { q: q.trim() } : {}) }),
  );
  const chosen = useQuery({ ...contactOptions(workspace, value ?? ""), enabled: value !== null });
  const people = found.data?.data ?? [];
  const known = people.some(({ id }) => id === value);
  const options = [...(chosen.data && !known && value ? [chosen.data] : []), ...people].map((contact) => ({
    value: contact.id,
    label: nameOf(contact),
    ...(contact.externalId ? { description: contact.externalId } : {}),
  }));
  return (
    <Combobox
      options={options}
      value={value}
      onValueChange={onChange}
      onSearchChange={setQ}
      loading={found.isFetching}
      placeholder={t("findPerson")}
      emptyText={t("nobody")}
    />
  );
}
