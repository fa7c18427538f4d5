"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { useShell } from "@/components/layout/shell-context";
import { Button } from "@/components/ui/actions/button";
import { Callout } from "@/components/ui/feedback/callout";
import { toast } from "@/components/ui/feedback/toast";
import { Dialog, DialogClose } from "@/components/ui/overlays/dialog";
import { detailOf, fieldErrorsOf } from "@/lib/browser/field-errors";
import type { ConnectableKind } from "@/lib/domain/providers/provider";
import { type Provider, useProviderActs } from "../api";
import { useFirstInvalidFocus } from "../use-first-invalid-focus";
import { credentialChangeFrom, draftOf } from "./credential-draft";
import { CredentialInputs } from "./credential-inputs";

export type CredentialsDialogProps = { provider: Provider; kind: ConnectableKind; onClose: () => void };

/** Replaces credentials without reading them: what stays empty stays as it is. */
export function CredentialsDialog({ provider, kind, onClose }: CredentialsDialogProps) {
  const t = useTranslations("providers");
  const { slug } = useShell().workspace;
  const { update } = useProviderActs(slug);
  const { id: providerId, name, credentialHints: hints } = provider;
  const [draft, setDraft] = useState(draftOf(kind, hints));
  const form = useRef<HTMLFormElement>(null);
  useFirstInvalidFocus(form, update.error);
  const errors = fieldErrorsOf(update.error);
  const isOfField = Object.keys(errors).some((pointer) => pointer.startsWith("credentials."));

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    const credentials = credentialChangeFrom(kind, draft, hints);
    if (Object.keys(credentials).length === 0) return onClose();
    update.mutate(
      { providerId, credentials },
      {
        onSuccess: () => {
          toast.success(t("credentialsReplaced", { name }));
          onClose();
        },
      },
    );
  };

  return (
    <Dialog
      open
      keepOpen
      width="lg"
      onOpenChange={(open) => !open && onClose()}
      title={t("replaceTitle", { name })}
      description={t("replaceDescription")}
      footer={
        <>
          <DialogClose render={<Button>{t("cancel")}</Button>} />
          <Button type="submit" form="provider-credentials" variant="primary" loading={update.isPending}>
            {t("replace")}
          </Button>
        </>
      }
    >
      <form
        id="provider-credentials"
        ref={form}
        noValidate
        onSubmit={handleSubmit}
        className="flex flex-col gap-4"
      >
        {kind === "web_push" ? <Callout tone="warning">{t("vapidWarning")}</Callout> : null}
        <CredentialInputs kind={kind} draft={draft} onChange={setDraft} errors={errors} hints={hints} />
        {/* What is wrong with a field stands there. */}
        {update.isError && !isOfField ? (
          <Callout tone="danger" announce title={detailOf(update.error) ?? t("checkFields")} />
        ) : null}
      </form>
    </Dialog>
  );
}
