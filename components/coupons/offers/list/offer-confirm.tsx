"use client";

import { useTranslations } from "next-intl";
import { ConfirmDialog } from "@/components/ui/overlays/confirm-dialog";
import { type NamedOffer, useOfferActs } from "../use-offer-acts";

/** An act that asks first. */
export type AskedAct = { act: "archive" | "delete"; offer: NamedOffer };

export type OfferConfirmProps = {
  workspace: string;
  asked: AskedAct | null;
  onClose: () => void;
  onDeleted?: () => void;
};

export function OfferConfirm({ workspace, asked, onClose, onDeleted }: OfferConfirmProps) {
  const t = useTranslations("offers.confirm");
  const { change, remove } = useOfferActs(workspace);
  if (!asked) return null;
  const { act, offer } = asked;
  const confirm = () =>
    act === "archive"
      ? change.mutateAsync({ act, offer })
      : remove.mutateAsync(offer).then(() => onDeleted?.());
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(`${act}.title`, { name: offer.name })}
      description={t(`${act}.description`)}
      confirmLabel={t(`${act}.confirm`)}
      onConfirm={confirm}
    />
  );
}
