"use client";

import { useTimeZone, useTranslations } from "next-intl";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { ConsentModeChoice } from "@/components/workspaces/consent-mode-choice";
import { consentModeFor, consentModes } from "@/lib/domain/workspaces/workspace";
import { AuthForm } from "./auth-form";
import { EmailInput } from "./email-input";
import type { FormAction } from "./form-state";
import { NewPasswordField } from "./new-password-field";

export function SignUpForm({ action }: { action: FormAction }) {
  const t = useTranslations("auth");
  const tConsent = useTranslations("workspaces.consent");
  const timeZone = useTimeZone() ?? "UTC";
  return (
    <AuthForm action={action} submitLabel={t("createAccount")}>
      {({ values }, errorOf) => (
        <>
          <Field label={t("name")} error={errorOf("name")}>
            <Input name="name" autoComplete="name" defaultValue={values?.name} required />
          </Field>
          <Field
            label={t("workspaceName")}
            help={t("workspaceNameHelp")}
            error={errorOf("workspaceName")}
            optional
          >
            <Input name="workspaceName" autoComplete="organization" defaultValue={values?.workspaceName} />
          </Field>
          <Field label={t("email")} error={errorOf("email")}>
            <EmailInput defaultValue={values?.email} />
          </Field>
          <Field label={tConsent("label")} help={tConsent("createHelp")} error={errorOf("consentMode")}>
            <ConsentModeChoice
              name="consentMode"
              defaultValue={
                consentModes.find((mode) => mode === values?.consentMode) ?? consentModeFor(timeZone)
              }
            />
          </Field>
          <NewPasswordField label={t("password")} name="password" error={errorOf("password")} />
        </>
      )}
    </AuthForm>
  );
}
