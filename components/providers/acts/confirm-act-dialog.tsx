"use client";

import { useTranslations } from "next-intl";
import { useShell } from "@/components/layout/shell-context";
import { Callout } from "@/components/ui/feedback/callout";
import { toast } from "@/components/ui/feedback/toast";
import { ConfirmDialog } from "@/components/ui/overlays/confirm-dialog";
import { ProviderAnswer } from "../answer/provider-answer";
import { type Provider, useProviderActs } from "../api";

export type ProviderAct = "activate" | "deactivate" | "archive";

export type ConfirmActDialogProps = { act: ProviderAct; provider: Provider; onClose: () => void };

export function ConfirmActDialog({ act, provider, onClose }: ConfirmActDialogProps) {
  const t = useTranslations("providers");
  const channelNames = useTranslations("content.channels");
  const { slug } = useShell().workspace;
  const acts = useProviderActs(slug);
  const { id, name, isSandbox } = provider;
  const words = { name, channel: channelNames(provider.channel) };
  const kind = act === "activate" && isSandbox ? "activateSandbox" : act;
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      danger={act !== "activate"}
      title={t(`confirm.${kind}.title`, words)}
      description={t(`confirm.${kind}.description`, words)}
      confirmLabel={t(`confirm.${kind}.label`, words)}
      onConfirm={() => acts[act].mutateAsync(id).then(() => toast.success(t(`confirm.${kind}.done`, words)))}
    >
      {act === "activate" && provider.health !== "healthy" && !isSandbox ? (
        provider.testFailure === null ? (
          <Callout tone="warning">{t("confirm.unproven")}</Callout>
        ) : (
          <Callout tone="danger" title={t("confirm.testFailed")}>
            <ProviderAnswer raw={provider.testFailure} />
          </Callout>
        )
      ) : null}
    </ConfirmDialog>
  );
}
