"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/forms/field";
import { passwordCharsMin } from "@/lib/domain/users/user";
import { AuthForm } from "./auth-form";
import type { FormAction } from "./form-state";
import { PasswordInput } from "./password-input";

export type ResetPasswordFormProps = { action: FormAction; token: string; email: string };

export function ResetPasswordForm({ action, token, email }: ResetPasswordFormProps) {
  const t = useTranslations("auth");
  return (
    <AuthForm action={action} submitLabel={t("reset.submit")}>
      {(_, errorOf) => (
        <>
          <input type="hidden" name="token" value={token} />
          {/* For password managers: whose password this becomes. */}
          <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
          <Field
            label={t("reset.newPassword")}
            help={t("passwordHelp", { count: passwordCharsMin })}
            error={errorOf("new_password")}
          >
            <PasswordInput
              name="new_password"
              autoComplete="new-password"
              minLength={passwordCharsMin}
              required
            />
          </Field>
        </>
      )}
    </AuthForm>
  );
}
