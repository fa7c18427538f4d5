"use client";

import { useTranslations } from "next-intl";
import { AuthForm } from "./auth-form";
import type { FormAction } from "./form-state";
import { NewPasswordField } from "./new-password-field";

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
          <NewPasswordField
            label={t("reset.newPassword")}
            name="new_password"
            error={errorOf("new_password")}
          />
        </>
      )}
    </AuthForm>
  );
}
