"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { AuthForm } from "./auth-form";
import type { FormAction } from "./form-state";
import { NewPasswordField } from "./new-password-field";
import { PasswordInput } from "./password-input";

export type JoinFormProps = {
  action: FormAction;
  token: string;
  email: string;
  /** `signed_in`: one press. `has_account`: the password. `new`: name and a password to be. */
  person: "signed_in" | "has_account" | "new";
};

export function JoinForm({ action, token, email, person }: JoinFormProps) {
  const t = useTranslations("auth");
  const isNew = person === "new";
  return (
    <AuthForm action={action} submitLabel={t(isNew ? "createAccountAndJoin" : "join")}>
      {({ values }, errorOf) => (
        <>
          <input type="hidden" name="token" value={token} />
          {person === "signed_in" ? null : (
            <Field label={t("email")}>
              <Input type="email" name="email" autoComplete="username" value={email} readOnly />
            </Field>
          )}
          {isNew ? (
            <Field label={t("name")} error={errorOf("name")}>
              <Input name="name" autoComplete="name" defaultValue={values?.name} required />
            </Field>
          ) : null}
          {isNew ? (
            <NewPasswordField label={t("password")} name="password" error={errorOf("password")} />
          ) : null}
          {person === "has_account" ? (
            <Field label={t("password")} error={errorOf("password")}>
              <PasswordInput name="password" autoComplete="current-password" required />
            </Field>
          ) : null}
        </>
      )}
    </AuthForm>
  );
}
