"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useContactSearch } from "@/components/content/api";
import { useShell } from "@/components/layout/shell-context";
import { SegmentedControl } from "@/components/ui/actions/segmented-control";
import { Combobox } from "@/components/ui/forms/combobox";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { displayNameOf } from "@/lib/domain/contacts/contact";
import type { Provider } from "../api";
import { modesOf, type TrialRecipient } from "./trial-recipient";

export type TrialRecipientFieldsProps = {
  provider: Provider;
  value: TrialRecipient;
  onChange: (value: TrialRecipient) => void;
  /** Code of what the API refused about the recipient. */
  error?: string | undefined;
};

const knownErrors = ["required", "invalid_email", "invalid_phone", "no_endpoint", "not_found"] as const;

export function TrialRecipientFields({ provider, value, onChange, error }: TrialRecipientFieldsProps) {
  const t = useTranslations("providers.trial");
  const modes = modesOf(provider);
  const known = knownErrors.find((code) => code === error);
  const complaint = error ? t(`errors.${known ?? "other"}`) : undefined;
  const shown = complaint ? { error: complaint } : {};
  return (
    <div className="flex flex-col gap-3">
      {modes.length > 1 ? (
        <SegmentedControl
          label={t("recipient")}
          segments={modes.map((mode) => ({ value: mode, label: t(`modes.${mode}`) }))}
          value={value.mode}
          onValueChange={(mode) => onChange({ ...value, mode })}
          className="self-start"
        />
      ) : null}
      {value.mode === "device" ? <p className="text-muted-foreground text-sm">{t("deviceHelp")}</p> : null}
      {value.mode === "address" ? (
        <Field label={t(`addresses.${provider.channel}`)} {...shown}>
          <Input
            value={value.address}
            onChange={(event) => onChange({ ...value, address: event.target.value })}
            autoComplete="off"
            spellCheck={false}
          />
        </Field>
      ) : null}
      {value.mode === "contact" ? (
        <Field label={t("contact")} help={t("contactHelp")} {...shown}>
          <ContactCombobox value={value.contact} onChange={(contact) => onChange({ ...value, contact })} />
        </Field>
      ) : null}
    </div>
  );
}

type ContactComboboxProps = {
  value: TrialRecipient["contact"];
  onChange: (contact: TrialRecipient["contact"]) => void;
};

function ContactCombobox({ value, onChange }: ContactComboboxProps) {
  const t = useTranslations("providers.trial");
  const { slug } = useShell().workspace;
  const [search, setSearch] = useState("");
  const { contacts, isSearching } = useContactSearch(slug, search);
  const people = contacts.map((contact) => ({
    value: contact.id,
    label: displayNameOf(contact) || t("nameless"),
    description: contact.subscriptions[0]?.address,
  }));
  const isListed = people.some((person) => person.value === value?.id);
  const options = value && !isListed ? [{ value: value.id, label: value.name }, ...people] : people;
  const choose = (id: string | null) => {
    const option = options.find((entry) => entry.value === id);
    onChange(option ? { id: option.value, name: option.label } : null);
  };
  return (
    <Combobox
      options={options}
      value={value?.id ?? null}
      onValueChange={choose}
      onSearchChange={setSearch}
      loading={isSearching}
      placeholder={t("findContact")}
    />
  );
}
