import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/forms/field";
import { passwordCharsMin } from "@/lib/domain/users/user";
import { PasswordInput } from "./password-input";

export type NewPasswordFieldProps = { label: string; name: string; error: string | undefined };

export function NewPasswordField({ label, name, error }: NewPasswordFieldProps) {
  const t = useTranslations("auth");
  return (
    <Field label={label} help={t("passwordHelp", { count: passwordCharsMin })} error={error}>
      <PasswordInput name={name} autoComplete="new-password" minLength={passwordCharsMin} required />
    </Field>
  );
}
