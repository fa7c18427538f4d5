"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/actions/button";
import { Callout } from "@/components/ui/feedback/callout";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { Select } from "@/components/ui/forms/select";
import { Dialog, DialogClose } from "@/components/ui/overlays/dialog";
import { detailOf } from "@/lib/browser/field-errors";
import { type ApiKeyScope, apiKeyNameCharsMax } from "@/lib/domain/api-keys/api-key";
import { type NewApiKey, useApiKeyActs } from "./api";
import { ScopeChoice } from "./scope-choice";

const lifetimes = ["never", "30", "90", "365"] as const;

type Lifetime = (typeof lifetimes)[number];

const dayMillis = 24 * 60 * 60 * 1000;

const expiryOf = (lifetime: Lifetime): Date | null =>
  lifetime === "never" ? null : new Date(Date.now() + Number(lifetime) * dayMillis);

export type CreateKeyDialogProps = {
  workspace: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onCreated: (key: NewApiKey) => void;
};

export function CreateKeyDialog({ workspace, open, onOpenChange, onCreated }: CreateKeyDialogProps) {
  const t = useTranslations("api-keys");
  const { create } = useApiKeyActs(workspace);
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      keepOpen
      title={t("create.title")}
      description={t("create.description")}
      footer={
        <>
          <DialogClose render={<Button>{t("cancel")}</Button>} />
          <Button type="submit" form="api-key-form" variant="primary" loading={create.isPending}>
            {t("create.submit")}
          </Button>
        </>
      }
    >
      <KeyForm create={create} onCreated={onCreated} />
    </Dialog>
  );
}

type KeyFormProps = {
  create: ReturnType<typeof useApiKeyActs>["create"];
  onCreated: (key: NewApiKey) => void;
};

function KeyForm({ create, onCreated }: KeyFormProps) {
  const t = useTranslations("api-keys");
  const [name, setName] = useState("");
  const [scopes, setScopes] = useState<ApiKeyScope[]>(["all"]);
  const [lifetime, setLifetime] = useState<Lifetime>("never");
  const [errors, setErrors] = useState<{ name?: string | undefined; scopes?: string | undefined }>({});

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    const found = {
      name: name.trim() ? undefined : t("create.nameRequired"),
      scopes: scopes.length > 0 ? undefined : t("create.scopesRequired"),
    };
    setErrors(found);
    if (found.name || found.scopes) return;
    create.mutate({ name: name.trim(), scopes, expiresAt: expiryOf(lifetime) }, { onSuccess: onCreated });
  };

  return (
    <form id="api-key-form" onSubmit={handleSubmit} noValidate className="flex flex-col gap-4">
      {create.isError ? (
        <Callout tone="danger" announce title={detailOf(create.error) ?? t("failed")} />
      ) : null}
      <Field label={t("name")} help={t("create.nameHelp")} error={errors.name}>
        <Input
          value={name}
          maxLength={apiKeyNameCharsMax}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
      <ScopeChoice value={scopes} onValueChange={setScopes} error={errors.scopes} />
      <Field label={t("create.expires")}>
        <Select<Lifetime>
          value={lifetime}
          onValueChange={setLifetime}
          options={lifetimes.map((value) => ({ value, label: t(`create.lifetimes.${value}`) }))}
        />
      </Field>
    </form>
  );
}
