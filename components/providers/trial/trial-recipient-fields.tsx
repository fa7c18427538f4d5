"use client";

import { useTranslations } from "next-intl";
import { ContactPicker } from "@/components/contacts/contact-picker";
import { useShell } from "@/components/layout/shell-context";
import { SegmentedControl } from "@/components/ui/actions/segmented-control";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
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
  const { slug } = useShell().workspace;
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
        <ContactPicker
          workspace={slug}
          label={t("contact")}
          help={t("contactHelp")}
          value={value.contact}
          onChange={(contact) => onChange({ ...value, contact })}
          {...shown}
        />
      ) : null}
    </div>
  );
}
