"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/actions/button";
import { toast } from "@/components/ui/feedback/toast";
import { toastRefusal } from "@/components/ui/feedback/toast-refusal";
import { Field } from "@/components/ui/forms/field";
import { FormSection } from "@/components/ui/forms/form-section";
import { Select } from "@/components/ui/forms/select";
import { TimeZoneCombobox } from "@/components/ui/forms/time-zone-combobox";
import { interfaceLocaleOptions, toInterfaceLocale } from "@/lib/domain/users/interface-locale";
import { useUpdateWorkspace } from "./api";
import type { SettingsSectionProps } from "./identity-section";

/** The language and zone that campaigns start from. */
export function RegionSection({ workspace, mayChange }: SettingsSectionProps) {
  const t = useTranslations("workspaces");
  const update = useUpdateWorkspace(workspace.id, workspace.slug);
  const [locale, setLocale] = useState(toInterfaceLocale(workspace.locale));
  const [timeZone, setTimeZone] = useState(workspace.timeZone);

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    update.mutate(
      { locale, timeZone },
      {
        onSuccess: () => toast.success(t("saved")),
        onError: (error) => toastRefusal(t("failed"), error),
      },
    );
  };

  return (
    <FormSection
      title={t("region")}
      description={t("regionDescription")}
      footer={
        mayChange ? (
          <Button type="submit" form="workspace-region" variant="primary" loading={update.isPending}>
            {t("save")}
          </Button>
        ) : null
      }
    >
      <form id="workspace-region" onSubmit={handleSubmit} className="flex flex-col gap-5">
        <Field label={t("language")} disabled={!mayChange}>
          <Select
            options={interfaceLocaleOptions}
            value={locale}
            onValueChange={setLocale}
            disabled={!mayChange}
          />
        </Field>
        <Field label={t("timeZone")} disabled={!mayChange}>
          <TimeZoneCombobox value={timeZone} onValueChange={setTimeZone} disabled={!mayChange} />
        </Field>
      </form>
    </FormSection>
  );
}
