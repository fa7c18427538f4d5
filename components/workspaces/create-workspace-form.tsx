"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { hrefOf } from "@/components/layout/navigation";
import { Button } from "@/components/ui/actions/button";
import { Callout } from "@/components/ui/feedback/callout";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { detailOf } from "@/lib/browser/field-errors";
import {
  consentModeFor,
  isUsableSlug,
  slugOf,
  workspaceNameCharsMax,
} from "@/lib/domain/workspaces/workspace";
import { useCreateWorkspace } from "./api";
import { ConsentModeChoice } from "./consent-mode-choice";

export type CreateWorkspaceFormProps = {
  host: string;
  /** Of the founder, and so of the workspace. */
  timeZone: string;
};

export function CreateWorkspaceForm({ host, timeZone }: CreateWorkspaceFormProps) {
  const t = useTranslations("workspaces");
  const router = useRouter();
  const create = useCreateWorkspace();
  const [name, setName] = useState("");
  const [typedSlug, setTypedSlug] = useState<string>();
  const [consentMode, setConsentMode] = useState(() => consentModeFor(timeZone));
  const [errors, setErrors] = useState<{ name?: string; slug?: string }>({});
  const slug = typedSlug ?? (name.trim() ? slugOf(name) : "");

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    const nameError = name.trim() ? undefined : t("nameRequired");
    const slugError = !slug || isUsableSlug(slug) ? undefined : t("slugNotUsable");
    setErrors({ ...(nameError ? { name: nameError } : {}), ...(slugError ? { slug: slugError } : {}) });
    if (nameError || slugError) return;
    const body = { name: name.trim(), consentMode, ...(typedSlug ? { slug: typedSlug } : {}) };
    create.mutate(body, { onSuccess: (workspace) => router.push(hrefOf(workspace.slug)) });
  };

  return (
    <form onSubmit={handleSubmit} noValidate className="flex flex-col gap-4">
      {create.isError ? (
        <Callout tone="danger" announce title={detailOf(create.error) ?? t("failed")} />
      ) : null}
      <Field label={t("name")} error={errors.name}>
        <Input
          value={name}
          maxLength={workspaceNameCharsMax}
          autoComplete="organization"
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
      <Field label={t("slug")} help={`${host}/${slug || "…"}`} error={errors.slug}>
        <Input
          value={slug}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          onChange={(event) => setTypedSlug(event.target.value || undefined)}
        />
      </Field>
      <Field label={t("consent.label")} help={t("consent.createHelp")}>
        <ConsentModeChoice value={consentMode} onValueChange={setConsentMode} />
      </Field>
      <p className="text-muted-foreground text-xs">{t("createRules")}</p>
      <Button
        type="submit"
        variant="primary"
        size="lg"
        loading={create.isPending || create.isSuccess}
        className="w-full"
      >
        {t("create")}
      </Button>
    </form>
  );
}
