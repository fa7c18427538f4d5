"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useShell } from "@/components/layout/shell-context";
import { Button } from "@/components/ui/actions/button";
import { Callout } from "@/components/ui/feedback/callout";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { Textarea } from "@/components/ui/forms/textarea";
import { Dialog, DialogClose } from "@/components/ui/overlays/dialog";
import { detailOf, fieldErrorsOf } from "@/lib/browser/field-errors";
import { trialBodyCharsMax, trialTitleCharsMax } from "@/lib/domain/providers/provider";
import { type Provider, useSendTrial } from "../api";
import { TrialAnswer } from "./trial-answer";
import { firstMode, recipientOf, type TrialRecipient } from "./trial-recipient";
import { TrialRecipientFields } from "./trial-recipient-fields";

/** Sends one message through this very provider and shows what it answered. */
export function TrialDialog({ provider, onClose }: { provider: Provider; onClose: () => void }) {
  const t = useTranslations("providers.trial");
  const { slug } = useShell().workspace;
  const send = useSendTrial(slug, provider.id);
  const [recipient, setRecipient] = useState<TrialRecipient>({
    mode: firstMode(provider),
    address: "",
    contact: null,
  });
  const [title, setTitle] = useState(t("titleDefault"));
  const [body, setBody] = useState(t("bodyDefault", { name: provider.name }));
  const errors = fieldErrorsOf(send.error);

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    send.mutate({ ...recipientOf(recipient), title, body });
  };

  return (
    <Dialog
      open
      keepOpen
      onOpenChange={(open) => !open && onClose()}
      title={t("title", { name: provider.name })}
      description={t(provider.isSandbox ? "descriptionSandbox" : "description")}
      footer={
        <>
          <DialogClose render={<Button>{t("close")}</Button>} />
          <Button type="submit" form="provider-trial" variant="primary" loading={send.isPending}>
            {send.isSuccess ? t("sendAgain") : t("send")}
          </Button>
        </>
      }
    >
      <form id="provider-trial" noValidate onSubmit={handleSubmit} className="flex flex-col gap-4">
        <TrialRecipientFields
          provider={provider}
          value={recipient}
          onChange={setRecipient}
          error={(errors.to ?? errors.contact_id)?.code}
        />
        <Field label={t("messageTitle")} error={errors.title?.detail}>
          <Input
            value={title}
            onChange={(event) => setTitle(event.target.value)}
            maxLength={trialTitleCharsMax}
          />
        </Field>
        <Field label={t("messageBody")} error={errors.body?.detail}>
          <Textarea
            value={body}
            onChange={(event) => setBody(event.target.value)}
            rows={2}
            maxLength={trialBodyCharsMax}
          />
        </Field>
        {send.isError && Object.keys(errors).length === 0 ? (
          <Callout tone="danger" announce title={detailOf(send.error) ?? t("failed")} />
        ) : null}
        {send.data ? <TrialAnswer trial={send.data} isSandbox={provider.isSandbox} /> : null}
      </form>
    </Dialog>
  );
}
