"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { NewPasswordField } from "@/components/auth/new-password-field";
import { PasswordInput } from "@/components/auth/password-input";
import { Button } from "@/components/ui/actions/button";
import { toast } from "@/components/ui/feedback/toast";
import { toastRefusal } from "@/components/ui/feedback/toast-refusal";
import { Field } from "@/components/ui/forms/field";
import { FormSection } from "@/components/ui/forms/form-section";
import { fieldErrorsOf } from "@/lib/browser/field-errors";
import { passwordCharsMax, passwordCharsMin } from "@/lib/domain/users/user";
import { type Profile, useChangePassword } from "./api";

type Errors = { current?: string | undefined; next?: string | undefined };

export function PasswordSection({ profile }: { profile: Profile }) {
  const t = useTranslations("profile");
  const problems = useTranslations("profile.problems");
  const change = useChangePassword();
  const form = useRef<HTMLFormElement>(null);
  const [errors, setErrors] = useState<Errors>({});

  const badLength = problems("invalid_password", { min: passwordCharsMin, max: passwordCharsMax });
  const word = (code: string | undefined) => code && (problems.has(code) ? problems(code) : badLength);
  const handleError = (error: unknown) => {
    const fields = fieldErrorsOf(error);
    const found = { current: word(fields.current_password?.code), next: word(fields.new_password?.code) };
    setErrors(found);
    if (!found.current && !found.next) toastRefusal(t("failed"), error);
  };

  const handleSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const current = String(data.get("currentPassword") ?? "");
    const next = String(data.get("newPassword") ?? "");
    const hasLength = next.length >= passwordCharsMin && next.length <= passwordCharsMax;
    setErrors({ next: hasLength ? undefined : badLength });
    if (!hasLength) return;
    change.mutate(
      { newPassword: next, ...(profile.hasPassword ? { currentPassword: current } : {}) },
      {
        onSuccess: () => {
          form.current?.reset();
          toast.success(t("passwordChanged"), { description: t("passwordChangedHelp") });
        },
        onError: handleError,
      },
    );
  };

  return (
    <FormSection
      title={t("password")}
      description={t("passwordDescription")}
      footer={
        <Button type="submit" form="password-form" variant="primary" loading={change.isPending}>
          {t(profile.hasPassword ? "changePassword" : "setPassword")}
        </Button>
      }
    >
      <form id="password-form" ref={form} onSubmit={handleSubmit} noValidate className="flex flex-col gap-5">
        <input type="hidden" name="username" autoComplete="username" value={profile.email} readOnly />
        {profile.hasPassword ? (
          <Field label={t("currentPassword")} error={errors.current}>
            <PasswordInput name="currentPassword" autoComplete="current-password" />
          </Field>
        ) : null}
        <NewPasswordField label={t("newPassword")} name="newPassword" error={errors.next} />
      </form>
    </FormSection>
  );
}
