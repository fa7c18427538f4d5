"use client";

import { Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/actions/button";
import { Field } from "@/components/ui/forms/field";
import { Textarea } from "@/components/ui/forms/textarea";
import { ConfirmDialog } from "@/components/ui/overlays/confirm-dialog";
import { type RedemptionDetail, useRollBack } from "./api";

type Props = { workspace: string; redemption: RedemptionDetail };

const reasonCharsMax = 500;

/** Takes a redemption back once the server says so. */
export function RollBackDialog({ workspace, redemption }: Props) {
  const t = useTranslations("redemptions.rollBack");
  const [reason, setReason] = useState("");
  const rollBack = useRollBack(workspace);
  const words = reason.trim();
  return (
    <ConfirmDialog
      title={t("title", { code: redemption.code })}
      description={redemption.grant ? t("descriptionMembership") : t("description")}
      confirmLabel={t("confirm")}
      danger
      trigger={
        <Button icon={<Undo2 />} loading={rollBack.isPending}>
          {t("action")}
        </Button>
      }
      onConfirm={() => rollBack.mutate({ redemptionId: redemption.id, ...(words ? { reason: words } : {}) })}
    >
      <Field label={t("reason")} help={t("reasonHelp")} optional>
        <Textarea
          value={reason}
          maxLength={reasonCharsMax}
          rows={3}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Field>
    </ConfirmDialog>
  );
}
