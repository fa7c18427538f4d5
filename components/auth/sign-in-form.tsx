"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/forms/field";
import { AuthForm } from "./auth-form";
import { EmailInput } from "./email-input";
import type { FormAction } from "./form-state";
import { PasswordInput } from "./password-input";
import { TextLink } from "./text-link";

export type SignInFormProps = {
  action: FormAction;
  /** Where to go afterwards. */
  from: string;
};

export function SignInForm({ action, from }: SignInFormProps) {
  const t = useTranslations("auth");
  return (
    <AuthForm action={action} submitLabel={t("signIn")}>
      {({ values }, errorOf) => (
        <>
          <input type="hidden" name="from" value={from} />
          <Field label={t("email")} error={errorOf("email")}>
            <EmailInput defaultValue={values?.email} />
          </Field>
          <Field label={t("password")} error={errorOf("password")}>
            <PasswordInput name="password" autoComplete="current-password" required />
          </Field>
          <p className="-mt-2 text-sm">
            <TextLink href="/forgot-password">{t("forgotPassword")}</TextLink>
          </p>
        </>
      )}
    </AuthForm>
  );
}
