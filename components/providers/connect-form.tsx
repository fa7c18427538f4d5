"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { type FormEvent, useRef, useState } from "react";
import { hrefOf } from "@/components/layout/navigation";
import { useShell } from "@/components/layout/shell-context";
import { Button } from "@/components/ui/actions/button";
import { ButtonLink } from "@/components/ui/actions/button-link";
import { Callout } from "@/components/ui/feedback/callout";
import { toast } from "@/components/ui/feedback/toast";
import { Field } from "@/components/ui/forms/field";
import { FormSection } from "@/components/ui/forms/form-section";
import { Input } from "@/components/ui/forms/input";
import { useUnsavedWarning } from "@/lib/browser/draft/use-unsaved-warning";
import { detailOf, fieldErrorsOf } from "@/lib/browser/field-errors";
import {
  type ConnectableKind,
  connectableKinds,
  providerNameCharsMax,
  ratePerSecondDefaults,
} from "@/lib/domain/providers/provider";
import { type NewProvider, useProviderActs } from "./api";
import { credentialsFrom, newDraft } from "./credentials/credential-draft";
import { CredentialInputs } from "./credentials/credential-inputs";
import { KindChoice } from "./kind-choice";
import { providerHref } from "./provider-href";
import { RateField } from "./rate-field";
import { useFirstInvalidFocus } from "./use-first-invalid-focus";

export function ConnectForm() {
  const [kind, setKind] = useQueryState("kind", parseAsStringLiteral(connectableKinds).withDefault("fcm"));
  const t = useTranslations("providers");
  return (
    <>
      <FormSection title={t("kind")} description={t("kindHelp")}>
        <KindChoice value={kind} onValueChange={setKind} />
      </FormSection>
      <KindForm key={kind} kind={kind} />
    </>
  );
}

function KindForm({ kind }: { kind: ConnectableKind }) {
  const t = useTranslations("providers");
  const router = useRouter();
  const { slug } = useShell().workspace;
  const { create } = useProviderActs(slug);
  const [name, setName] = useState(t(`kinds.${kind}.name`));
  const [rate, setRate] = useState<number | null>(ratePerSecondDefaults[kind]);
  const [draft, setDraft] = useState(newDraft(kind));
  const form = useRef<HTMLFormElement>(null);
  useFirstInvalidFocus(form, create.error);
  const errors = fieldErrorsOf(create.error);
  useUnsavedWarning(draft !== newDraft(kind) && !create.isSuccess);

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    const credentials = credentialsFrom(kind, draft);
    const body = { kind, name, credentials, ...(rate === null ? {} : { ratePerSecond: rate }) };
    create.mutate(body as NewProvider, {
      onSuccess: (provider) => {
        toast.success(t("connected", { name: provider.name }));
        router.push(providerHref(slug, provider.id));
      },
    });
  };

  return (
    <form ref={form} noValidate onSubmit={handleSubmit}>
      <FormSection
        title={t("credentials")}
        description={t(`kinds.${kind}.credentialsHelp`)}
        className="first:pt-8"
      >
        <CredentialInputs kind={kind} draft={draft} onChange={setDraft} errors={errors} />
      </FormSection>
      <FormSection
        title={t("settings.section")}
        description={t("settings.sectionHelp")}
        footer={
          <>
            <ButtonLink href={hrefOf(slug, "providers")}>{t("cancel")}</ButtonLink>
            <Button type="submit" variant="primary" loading={create.isPending}>
              {t("connect")}
            </Button>
          </>
        }
      >
        <Field label={t("name")} {...(errors.name ? { error: t("fieldErrors.too_small") } : {})}>
          <Input
            value={name}
            maxLength={providerNameCharsMax}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <RateField value={rate} onValueChange={setRate} error={errors.rate_per_second?.detail} />
        {/* What is wrong with a field stands there. */}
        {create.isError && Object.keys(errors).length === 0 ? (
          <Callout tone="danger" announce title={detailOf(create.error) ?? t("checkFields")} />
        ) : null}
      </FormSection>
    </form>
  );
}
