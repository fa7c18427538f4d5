"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useShell } from "@/components/layout/shell-context";
import { Button } from "@/components/ui/actions/button";
import { Callout } from "@/components/ui/feedback/callout";
import { toast } from "@/components/ui/feedback/toast";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { Dialog, DialogClose } from "@/components/ui/overlays/dialog";
import { detailOf, fieldErrorsOf } from "@/lib/browser/field-errors";
import { providerNameCharsMax } from "@/lib/domain/providers/provider";
import { type Provider, useProviderActs } from "./api";
import { RateField } from "./rate-field";

/** Name and rate; credentials have a dialog of their own. */
export function SettingsDialog({ provider, onClose }: { provider: Provider; onClose: () => void }) {
  const t = useTranslations("providers");
  const { slug } = useShell().workspace;
  const { update } = useProviderActs(slug);
  const [name, setName] = useState(provider.name);
  const [rate, setRate] = useState<number | null>(provider.ratePerSecond);
  const errors = fieldErrorsOf(update.error);

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    const change = {
      providerId: provider.id,
      ...(name === provider.name ? {} : { name }),
      ...(rate === null ? {} : { ratePerSecond: rate }),
    };
    update.mutate(change, {
      onSuccess: () => {
        toast.success(t("saved", { name }));
        onClose();
      },
    });
  };

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("settings.title", { name: provider.name })}
      footer={
        <>
          <DialogClose render={<Button>{t("cancel")}</Button>} />
          <Button type="submit" form="provider-settings" variant="primary" loading={update.isPending}>
            {t("save")}
          </Button>
        </>
      }
    >
      <form id="provider-settings" noValidate onSubmit={handleSubmit} className="flex flex-col gap-4">
        {update.isError && Object.keys(errors).length === 0 ? (
          <Callout tone="danger" announce title={detailOf(update.error) ?? t("failed")} />
        ) : null}
        <Field label={t("name")} error={errors.name?.detail}>
          <Input
            value={name}
            maxLength={providerNameCharsMax}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <RateField value={rate} onValueChange={setRate} error={errors.rate_per_second?.detail} />
      </form>
    </Dialog>
  );
}
