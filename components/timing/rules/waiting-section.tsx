"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/actions/button";
import { Field } from "@/components/ui/forms/field";
import { FormSection } from "@/components/ui/forms/form-section";
import { NumberField } from "@/components/ui/forms/number-field";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { spreadMinutesMax } from "@/lib/domain/timing/sending-rules";
import { type RulesSectionProps, useRulesChange } from "./use-rules-change";

const formId = "sending-waiting";

/** Of whom no zone is known, and how those come back who waited. */
export function WaitingSection({ workspace, mayChange }: RulesSectionProps) {
  const t = useTranslations("timing.rules");
  const { save, isSaving } = useRulesChange(workspace);
  const [unknownZone, setUnknownZone] = useState(workspace.sendingRules.unknownZone);
  const [spreadMinutes, setSpreadMinutes] = useState(workspace.sendingRules.spreadMinutes);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save({ unknownZone, spreadMinutes });
  };
  return (
    <FormSection
      title={t("waiting.title")}
      description={t("waiting.description")}
      footer={
        mayChange ? (
          <Button type="submit" form={formId} variant="primary" loading={isSaving}>
            {t("save")}
          </Button>
        ) : null
      }
    >
      <form id={formId} noValidate onSubmit={submit} className="flex flex-col gap-5">
        <Field label={t("waiting.unknownZone")} disabled={!mayChange}>
          <RadioGroup
            appearance="cards"
            value={unknownZone}
            disabled={!mayChange}
            onValueChange={setUnknownZone}
            options={[
              {
                value: "workspace",
                label: t("waiting.unknownZones.workspace"),
                description: t("waiting.unknownZones.workspaceHelp", {
                  zone: workspace.timeZone.replaceAll("_", " "),
                }),
              },
              {
                value: "skip",
                label: t("waiting.unknownZones.skip"),
                description: t("waiting.unknownZones.skipHelp"),
              },
            ]}
          />
        </Field>
        <Field
          label={t("waiting.spread")}
          help={t("waiting.spreadHelp")}
          disabled={!mayChange}
          className="max-w-60"
        >
          <NumberField
            min={0}
            max={spreadMinutesMax}
            disabled={!mayChange}
            value={spreadMinutes}
            onValueChange={(minutes) => setSpreadMinutes(minutes ?? 0)}
          />
        </Field>
      </form>
    </FormSection>
  );
}
