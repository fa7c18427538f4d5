"use client";

import { useTranslations } from "next-intl";
import { ConfirmDialog } from "@/components/ui/overlays/confirm-dialog";
import type { Impact } from "../api";
import { flippedOf } from "./use-save-offer";

export type ImpactDialogProps = { impact: Impact | null; onClose: () => void; onConfirm: () => unknown };

/** What the change would have refused, before it is saved. */
export function ImpactDialog({ impact, onClose, onConfirm }: ImpactDialogProps) {
  const t = useTranslations("offers.impact");
  if (!impact) return null;
  const { redemptions, holds } = impact;
  return (
    <ConfirmDialog
      open
      danger={false}
      onOpenChange={(open) => !open && onClose()}
      title={t("title", { count: flippedOf(impact) })}
      description={t("description")}
      confirmLabel={t("confirm")}
      onConfirm={onConfirm}
    >
      <ul className="flex flex-col gap-3 text-sm">
        <Uses
          title={t("redemptions", { flipped: redemptions.flipped, checked: redemptions.checked })}
          rules={redemptions.rules}
        />
        {holds.checked > 0 ? (
          <Uses title={t("holds", { flipped: holds.flipped, checked: holds.checked })} rules={holds.rules} />
        ) : null}
      </ul>
    </ConfirmDialog>
  );
}

function Uses({ title, rules }: { title: string; rules: Impact["redemptions"]["rules"] }) {
  const t = useTranslations("offers.impact");
  return (
    <li>
      <p className="font-medium">{title}</p>
      {rules.map(({ rule, count }) => (
        <p key={rule} className="text-muted-foreground">
          {t("rule", { count, rule: t(`rules.${rule}`) })}
        </p>
      ))}
    </li>
  );
}
