"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/actions/button";
import { toast } from "@/components/ui/feedback/toast";
import { Field } from "@/components/ui/forms/field";
import { FormSection } from "@/components/ui/forms/form-section";
import { Input } from "@/components/ui/forms/input";
import { detailOf, fieldErrorsOf } from "@/lib/browser/field-errors";
import { isUsableSlug, slugCharsMax, workspaceNameCharsMax } from "@/lib/domain/workspaces/workspace";
import { useUpdateWorkspace, type Workspace } from "./api";

export type SettingsSectionProps = { workspace: Workspace; mayChange: boolean };

/** Name and address. */
export function IdentitySection({ workspace, mayChange }: SettingsSectionProps) {
  const t = useTranslations("workspaces");
  const update = useUpdateWorkspace(workspace.id, workspace.slug);
  const [name, setName] = useState(workspace.name);
  const [slug, setSlug] = useState(workspace.slug);
  const [nameError, setNameError] = useState<string>();
  const [slugError, setSlugError] = useState<string>();

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    const badName = name.trim() ? undefined : t("nameRequired");
    const badSlug = isUsableSlug(slug) ? undefined : t("slugNotUsable");
    setNameError(badName);
    setSlugError(badSlug);
    if (badName || badSlug) return;
    update.mutate(
      { name: name.trim(), slug },
      {
        onSuccess: () => toast.success(t("saved")),
        onError: (error) => {
          if ("slug" in fieldErrorsOf(error)) setSlugError(t("slugNotUsable"));
          else setSlugError(detailOf(error) ?? t("failed"));
        },
      },
    );
  };

  return (
    <FormSection
      title={t("identity")}
      description={t("identityDescription")}
      footer={
        mayChange ? (
          <Button type="submit" form="workspace-identity" variant="primary" loading={update.isPending}>
            {t("save")}
          </Button>
        ) : null
      }
    >
      <form id="workspace-identity" onSubmit={handleSubmit} noValidate className="flex flex-col gap-5">
        <Field label={t("name")} error={nameError} disabled={!mayChange}>
          <Input
            value={name}
            maxLength={workspaceNameCharsMax}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <Field label={t("slug")} help={t("slugHelp")} error={slugError} disabled={!mayChange}>
          <Input
            value={slug}
            maxLength={slugCharsMax}
            autoCapitalize="none"
            spellCheck={false}
            onChange={(event) => setSlug(event.target.value)}
          />
        </Field>
      </form>
    </FormSection>
  );
}
