"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useState } from "react";
import { Callout } from "@/components/ui/feedback/callout";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { Select } from "@/components/ui/forms/select";
import { useUnsavedWarning } from "@/lib/browser/draft/use-unsaved-warning";
import { detailOf, fieldErrorsOf } from "@/lib/browser/field-errors";
import { contactKinds } from "@/lib/domain/contacts/contact";
import { snakeCase } from "@/lib/platform/snake-case";
import type { ContactChange, ContactDetail } from "./api";
import { AttributeFields } from "./attribute-fields";
import { ClockFields } from "./clock-fields";
import { ConsentFields } from "./consents/consent-fields";
import { type ContactDraft, changeOf, draftOf } from "./contact-draft";

export type ContactFormProps = {
  contact: ContactDetail | undefined;
  error: Error | null;
  onSubmit: (body: ContactChange) => void;
  /** Hears whether closing would lose anything. */
  onUnsavedChange: (isUnsaved: boolean) => void;
};

type TextField = Exclude<
  keyof ContactDraft,
  "kind" | "timeZone" | "preferredHour" | "attributes" | "consents"
>;

export function ContactForm({ contact, error, onSubmit, onUnsavedChange }: ContactFormProps) {
  const t = useTranslations("contacts");
  const problems = useTranslations("contacts.problems");
  const [untouched] = useState<ContactDraft>(() => draftOf(contact));
  const [draft, setDraft] = useState(untouched);
  const [isEmpty, setIsEmpty] = useState(false);
  const errors = fieldErrorsOf(error);
  const isUnsaved = JSON.stringify(draft) !== JSON.stringify(untouched);
  useUnsavedWarning(isUnsaved);
  useEffect(() => {
    onUnsavedChange(isUnsaved);
    return () => onUnsavedChange(false);
  }, [isUnsaved, onUnsavedChange]);
  const set = (change: Partial<ContactDraft>) => setDraft({ ...draft, ...change });

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    const isOther = ({ address }: { address: string }) =>
      address !== contact?.email && address !== contact?.phone;
    const names =
      draft.externalId.trim() ||
      draft.email.trim() ||
      draft.phone.trim() ||
      contact?.subscriptions.some(isOther);
    setIsEmpty(!names);
    if (names) onSubmit(changeOf(draft, contact));
  };

  const field = (name: TextField, more: { type?: string; help?: string; placeholder?: string } = {}) => {
    const wrong = errors[snakeCase(name)];
    const message = wrong && (problems.has(wrong.code) ? problems(wrong.code) : wrong.detail);
    return (
      <Field
        label={t(name)}
        {...(more.help ? { help: more.help } : {})}
        {...(message ? { error: message } : {})}
      >
        <Input
          type={more.type ?? "text"}
          value={draft[name]}
          placeholder={more.placeholder}
          autoComplete="off"
          onChange={(event) => set({ [name]: event.target.value })}
        />
      </Field>
    );
  };

  return (
    <form id="contact-form" onSubmit={handleSubmit} noValidate className="flex flex-col gap-4">
      {isEmpty ? <Callout tone="danger" announce title={t("nobody")} /> : null}
      {error && Object.keys(errors).length === 0 ? (
        <Callout tone="danger" announce title={detailOf(error) ?? t("failed")} />
      ) : null}
      <div className="grid gap-4 sm:grid-cols-2">
        {field("firstName")}
        {field("lastName")}
        {field("email", { type: "email" })}
        {field("phone", { type: "tel", placeholder: "+90 532 123 45 67" })}
      </div>
      {field("externalId", { help: t("externalIdHelp") })}
      <Field label={t("kind")}>
        <Select
          value={draft.kind}
          onValueChange={(kind) => set({ kind })}
          options={contactKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        {field("country", { placeholder: "TR" })}
        {field("city")}
        {field("locale", { placeholder: "tr" })}
        <ClockFields
          timeZone={draft.timeZone}
          preferredHour={draft.preferredHour}
          timeZoneError={errors.time_zone?.detail}
          onChange={set}
        />
        {field("birthDate", { type: "date" })}
        {field("tags", { help: t("tagsHelp") })}
      </div>
      <ConsentFields
        value={draft.consents}
        recorded={untouched.consents}
        onValueChange={(consents) => set({ consents })}
      />
      <AttributeFields value={draft.attributes} onValueChange={(attributes) => set({ attributes })} />
    </form>
  );
}
