"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { Select } from "@/components/ui/forms/select";
import { Textarea } from "@/components/ui/forms/textarea";
import type { CredentialField } from "./credential-fields";
import { ServiceAccountField } from "./service-account-field";

const securities = ["starttls", "tls", "none"] as const;

const problems = [
  "server_key_retired",
  "not_json",
  "not_service_account",
  "field_missing",
  "field_invalid",
  "private_key_invalid",
  "token_uri_foreign",
] as const;

export type CredentialInputProps = {
  field: CredentialField;
  value: string;
  onValueChange: (value: string) => void;
  error?: { code: string; detail: string } | undefined;
  hint?: string | undefined;
};

/** One field of what a provider is configured with, by the kind of its control. */
export function CredentialInput({ field, value, onValueChange, error, hint }: CredentialInputProps) {
  const t = useTranslations("providers");
  const words = useTranslations("providers.fields");
  const { name, control, isOptional } = field;
  const detail = useComplaint(error);
  if (control === "service_account")
    return <ServiceAccountField value={value} onValueChange={onValueChange} error={detail} />;
  const isKept = hint !== undefined && (control === "password" || control === "pem");
  const help = isKept ? t("secretKept", { mask: hint }) : words(`${name}.help`);
  return (
    <Field
      label={words(`${name}.label`)}
      help={help}
      optional={isOptional && !isKept}
      {...(detail ? { error: detail } : {})}
    >
      <Control control={control} value={value} onValueChange={onValueChange} />
    </Field>
  );
}

type ControlProps = {
  control: CredentialField["control"];
  value: string;
  onValueChange: (value: string) => void;
};

function Control({ control, value, onValueChange }: ControlProps) {
  const t = useTranslations("providers");
  if (control === "security") {
    const options = securities.map((choice) => ({ value: choice, label: t(`securities.${choice}`) }));
    const chosen = securities.find((choice) => choice === value) ?? null;
    return <Select options={options} value={chosen} onValueChange={onValueChange} className="max-w-80" />;
  }
  const plain = { autoComplete: control === "password" ? "new-password" : "off", spellCheck: false } as const;
  if (control === "pem") {
    return (
      <Textarea
        {...plain}
        value={value}
        onChange={(event) => onValueChange(event.target.value)}
        rows={4}
        className="max-h-48 font-mono text-xs"
        placeholder="-----BEGIN PRIVATE KEY-----"
      />
    );
  }
  return (
    <Input
      {...plain}
      type={control === "password" ? "password" : "text"}
      inputMode={control === "number" ? "numeric" : undefined}
      value={value}
      onChange={(event) => onValueChange(event.target.value)}
      className={control === "number" ? "max-w-32" : undefined}
    />
  );
}

/** The refusal in the reader's language where it has a name; the sentence of the API otherwise. */
function useComplaint(error: { code: string; detail: string } | undefined): string | undefined {
  const t = useTranslations("providers.serviceAccount.problems");
  const fields = useTranslations("providers.fieldErrors");
  if (!error) return undefined;
  const problem = problems.find((known) => known === error.code);
  if (problem) return t(problem, { field: /["“](\w+)["”]/.exec(error.detail)?.[1] ?? "" });
  return fields.has(error.code) ? fields(error.code) : error.detail;
}
