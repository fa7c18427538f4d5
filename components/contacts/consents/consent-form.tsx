"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Callout } from "@/components/ui/feedback/callout";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { Select } from "@/components/ui/forms/select";
import { detailOf } from "@/lib/browser/field-errors";
import { type Channel, channels, messageCategories } from "@/lib/domain/channels/channel";
import type { ConsentStatus } from "@/lib/domain/contacts/contact";
import type { ContactDetail } from "../api";
import { type ConsentWord, consentWordOf, todayIn, wordProblemOf } from "./consent-word";

export type Consent = ContactDetail["consents"][number];

export type ConsentFormProps = {
  recorded: readonly Consent[];
  known: Consent | undefined;
  error: Error | null;
  onSubmit: (word: ConsentWord) => void;
};

export function ConsentForm({ recorded, known, error, onSubmit }: ConsentFormProps) {
  const t = useTranslations("contacts");
  const tContent = useTranslations("content");
  const [channel, setChannel] = useState<Channel>(known?.channel ?? "email");
  const [category, setCategory] = useState(known?.category ?? "marketing");
  const [status, setStatus] = useState<ConsentStatus>(known?.status === "granted" ? "denied" : "granted");
  const [day, setDay] = useState(() => todayIn(new Date()));
  const [isTried, setIsTried] = useState(false);
  const before = recorded.find((one) => one.channel === channel && one.category === category);
  const problem = wordProblemOf(day, before?.occurredAt, new Date());
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    if (!problem) onSubmit(consentWordOf({ channel, category, status, day }, new Date()));
  };
  return (
    <form id="consent-form" onSubmit={handleSubmit} noValidate className="flex flex-col gap-4">
      {error ? <Callout tone="danger" announce title={detailOf(error) ?? t("failed")} /> : null}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t("channel")}>
          <Select
            value={channel}
            onValueChange={setChannel}
            options={channels.map((value) => ({ value, label: tContent(`channels.${value}`) }))}
          />
        </Field>
        <Field label={t("consent.category")}>
          <Select
            value={category}
            onValueChange={setCategory}
            options={messageCategories.map((value) => ({ value, label: tContent(`categories.${value}`) }))}
          />
        </Field>
      </div>
      <RadioGroup
        aria-label={t("consent.status")}
        value={status}
        onValueChange={setStatus}
        options={[
          { value: "granted", label: t("consentStatuses.granted"), description: t("consent.grantedHelp") },
          { value: "denied", label: t("consentStatuses.denied"), description: t("consent.deniedHelp") },
        ]}
      />
      <Field
        label={t("consent.day")}
        help={t("consent.dayHelp")}
        {...(isTried && problem ? { error: t(`consent.problems.${problem}`) } : {})}
      >
        <Input
          type="date"
          value={day}
          max={todayIn(new Date())}
          onChange={(event) => setDay(event.target.value)}
        />
      </Field>
    </form>
  );
}
