"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { Textarea } from "@/components/ui/forms/textarea";
import { automationNameCharsMax } from "@/lib/domain/automations/automation";
import type { OpenAutomation } from "./use-automation-draft";

const descriptionCharsMax = 2_000;

export function NameFields({ open }: { open: OpenAutomation }) {
  const t = useTranslations("automations.editor");
  const { draft, change } = open;
  return (
    <div className="mb-5 grid gap-4 sm:grid-cols-2">
      <Field label={t("name")} {...(draft.name.trim() === "" ? { error: t("nameRequired") } : {})}>
        <Input
          value={draft.name}
          maxLength={automationNameCharsMax}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
      </Field>
      <Field label={t("description")} optional>
        <Textarea
          rows={1}
          className="min-h-8"
          value={draft.description}
          maxLength={descriptionCharsMax}
          onChange={(event) => change({ description: event.currentTarget.value })}
        />
      </Field>
    </div>
  );
}
