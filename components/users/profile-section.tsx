"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/actions/button";
import { toast } from "@/components/ui/feedback/toast";
import { Field } from "@/components/ui/forms/field";
import { FormSection } from "@/components/ui/forms/form-section";
import { Input } from "@/components/ui/forms/input";
import { Select } from "@/components/ui/forms/select";
import { TimeZoneCombobox } from "@/components/ui/forms/time-zone-combobox";
import { interfaceLocaleOptions, toInterfaceLocale } from "@/lib/domain/users/interface-locale";
import { personNameCharsMax } from "@/lib/domain/users/user";
import { type Profile, useUpdateProfile } from "./api";

export function ProfileSection({ profile }: { profile: Profile }) {
  const t = useTranslations("profile");
  const update = useUpdateProfile();
  const [name, setName] = useState(profile.name);
  const [locale, setLocale] = useState(toInterfaceLocale(profile.locale));
  const [timeZone, setTimeZone] = useState(profile.timeZone);
  const [nameError, setNameError] = useState<string>();

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    const missing = name.trim() ? undefined : t("nameRequired");
    setNameError(missing);
    if (missing) return;
    update.mutate({ name: name.trim(), locale, timeZone }, { onSuccess: () => toast.success(t("saved")) });
  };

  return (
    <FormSection
      title={t("you")}
      description={t("youDescription")}
      footer={
        <Button type="submit" form="profile-form" variant="primary" loading={update.isPending}>
          {t("save")}
        </Button>
      }
    >
      <form id="profile-form" onSubmit={handleSubmit} noValidate className="flex flex-col gap-5">
        <Field label={t("name")} error={nameError}>
          <Input
            value={name}
            maxLength={personNameCharsMax}
            autoComplete="name"
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <Field label={t("email")} help={t("emailHelp")}>
          <Input type="email" value={profile.email} readOnly />
        </Field>
        <div className="grid gap-5 sm:grid-cols-2">
          <Field label={t("language")}>
            <Select options={interfaceLocaleOptions} value={locale} onValueChange={setLocale} />
          </Field>
          <Field label={t("timeZone")} help={t("timeZoneHelp")}>
            <TimeZoneCombobox value={timeZone} onValueChange={setTimeZone} />
          </Field>
        </div>
      </form>
    </FormSection>
  );
}
