"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/forms/field";
import { Select } from "@/components/ui/forms/select";
import { type Channel, channels } from "@/lib/domain/channels/channel";
import type { ConsentStatus } from "@/lib/domain/contacts/contact";

/** What is said of marketing on each channel; absent: nothing. */
export type ConsentDraft = Partial<Record<Channel, ConsentStatus>>;

export type ConsentFieldsProps = {
  value: ConsentDraft;
  /** What is on record: a word can be changed there, not unsaid. */
  recorded: ConsentDraft;
  onValueChange: (value: ConsentDraft) => void;
};

export function ConsentFields({ value, recorded, onValueChange }: ConsentFieldsProps) {
  const t = useTranslations("contacts");
  const channelNames = useTranslations("content.channels");
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="font-medium text-sm">{t("consent.fields")}</legend>
      <p className="text-muted-foreground text-sm">{t("consent.fieldsHelp")}</p>
      <div className="grid gap-4 sm:grid-cols-2">
        {channels.map((channel) => (
          <Field key={channel} label={channelNames(channel)}>
            <Select
              value={value[channel] ?? "none"}
              onValueChange={(status) => {
                const { [channel]: _, ...others } = value;
                onValueChange(status === "none" ? others : { ...others, [channel]: status });
              }}
              options={[
                ...(recorded[channel] ? [] : [{ value: "none" as const, label: t("consent.none") }]),
                { value: "granted" as const, label: t("consentStatuses.granted") },
                { value: "denied" as const, label: t("consentStatuses.denied") },
              ]}
            />
          </Field>
        ))}
      </div>
    </fieldset>
  );
}
