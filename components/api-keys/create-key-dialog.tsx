"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/actions/button";
import { Callout } from "@/components/ui/feedback/callout";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { Select } from "@/components/ui/forms/select";
import { Textarea } from "@/components/ui/forms/textarea";
import { Dialog, DialogClose } from "@/components/ui/overlays/dialog";
import { detailOf, fieldErrorsOf } from "@/lib/browser/field-errors";
import {
  type ApiKeyKind,
  type ApiKeyScope,
  apiKeyKinds,
  apiKeyNameCharsMax,
} from "@/lib/domain/api-keys/api-key";
import { type NewApiKey, useApiKeyActs } from "./api";
import { ScopeChoice } from "./scope-choice";

const lifetimes = ["never", "30", "90", "365"] as const;

type Lifetime = (typeof lifetimes)[number];

const dayMillis = 24 * 60 * 60 * 1000;

const expiryOf = (lifetime: Lifetime): Date | null =>
  lifetime === "never" ? null : new Date(Date.now() + Number(lifetime) * dayMillis);

/** As they stand in an address bar: a browser ends them with a slash. */
const originsOf = (text: string): string[] =>
  text.split(/[\s,]+/).flatMap((site) => site.replace(/\/$/, "") || []);

const originProblem = (error: unknown): string | undefined =>
  Object.entries(fieldErrorsOf(error)).find(([name]) => name.startsWith("origins"))?.[1].detail;

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
  const [kind, setKind] = useState<ApiKeyKind>("secret");
  const [scopes, setScopes] = useState<ApiKeyScope[]>(["all"]);
  const [origins, setOrigins] = useState("");
  const [lifetime, setLifetime] = useState<Lifetime>("never");
  const [errors, setErrors] = useState<Partial<Record<"name" | "scopes" | "origins", string | undefined>>>(
    {},
  );

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    const found = {
      name: name.trim() ? undefined : t("create.nameRequired"),
      scopes: kind === "publishable" || scopes.length > 0 ? undefined : t("create.scopesRequired"),
      origins: kind === "secret" || originsOf(origins).length > 0 ? undefined : t("create.originsRequired"),
    };
    setErrors(found);
    if (found.name || found.scopes || found.origins) return;
    const what = kind === "secret" ? { scopes } : { kind, origins: originsOf(origins) };
    create.mutate(
      { name: name.trim(), ...what, expiresAt: expiryOf(lifetime) },
      {
        onSuccess: onCreated,
        onError: (error) => setErrors({ origins: originProblem(error) }),
      },
    );
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
      <Field label={t("kinds.label")}>
        <RadioGroup<ApiKeyKind>
          value={kind}
          onValueChange={setKind}
          options={apiKeyKinds.map((value) => ({
            value,
            label: t(`kinds.${value}`),
            description: t(`kinds.${value}Help`),
          }))}
        />
      </Field>
      {kind === "secret" ? (
        <ScopeChoice value={scopes} onValueChange={setScopes} error={errors.scopes} />
      ) : (
        <Field label={t("create.origins")} help={t("create.originsHelp")} error={errors.origins}>
          <Textarea
            value={origins}
            placeholder="https://shop.example.com"
            onChange={(event) => setOrigins(event.target.value)}
          />
        </Field>
      )}
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
