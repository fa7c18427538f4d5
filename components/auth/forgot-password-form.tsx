"use client";

import { useTranslations } from "next-intl";
import { Callout } from "@/components/ui/feedback/callout";
import { Field } from "@/components/ui/forms/field";
import { AuthForm } from "./auth-form";
import { EmailInput } from "./email-input";
import type { FormAction } from "./form-state";

export type ForgotPasswordFormProps = {
  action: FormAction;
  /** How long a link works. */
  minutes: number;
};

export function ForgotPasswordForm({ action, minutes }: ForgotPasswordFormProps) {
  const t = useTranslations("auth");
  return (
    <AuthForm
      action={action}
      submitLabel={t("forgot.submit")}
      done={({ values }) => (
        <Callout tone="success" announce title={t("forgot.sentTitle")}>
          <p>{t("forgot.sent", { email: values?.email ?? "", minutes })}</p>
          <p className="mt-2">{t("forgot.sentHelp")}</p>
        </Callout>
      )}
    >
      {({ values }, errorOf) => (
        <Field label={t("email")} error={errorOf("email")}>
          <EmailInput defaultValue={values?.email} />
        </Field>
      )}
    </AuthForm>
  );
}
