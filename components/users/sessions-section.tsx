"use client";

import { LogOut } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/actions/button";
import { toast } from "@/components/ui/feedback/toast";
import { FormSection } from "@/components/ui/forms/form-section";
import { ConfirmDialog } from "@/components/ui/overlays/confirm-dialog";
import { useEndOtherSessions } from "./api";

export function SessionsSection() {
  const t = useTranslations("profile.sessions");
  const end = useEndOtherSessions();
  const handleConfirm = () => end.mutateAsync().then(() => toast.success(t("ended")));
  return (
    <FormSection title={t("title")} description={t("description")}>
      <div>
        <ConfirmDialog
          trigger={<Button icon={<LogOut />}>{t("end")}</Button>}
          title={t("confirmTitle")}
          description={t("confirmDescription")}
          confirmLabel={t("end")}
          onConfirm={handleConfirm}
        />
      </div>
    </FormSection>
  );
}
