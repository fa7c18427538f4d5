"use client";

import { useTranslations } from "next-intl";
import { RadioGroup, type RadioGroupProps } from "@/components/ui/forms/radio-group";
import type { ConsentMode } from "@/lib/domain/workspaces/workspace";

/** Whom marketing goes to when no consent is on record. */
export function ConsentModeChoice(props: Omit<RadioGroupProps<ConsentMode>, "options">) {
  const t = useTranslations("workspaces.consent");
  return (
    <RadioGroup<ConsentMode>
      aria-label={t("label")}
      {...props}
      options={[
        { value: "opt_in", label: t("optIn"), description: t("optInHelp") },
        { value: "opt_out", label: t("optOut"), description: t("optOutHelp") },
      ]}
    />
  );
}
