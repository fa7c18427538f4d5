"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/actions/button";
import { ErrorState } from "@/components/ui/feedback/error-state";
import { Skeleton } from "@/components/ui/feedback/skeleton";
import { toast } from "@/components/ui/feedback/toast";
import { ConfirmDialog } from "@/components/ui/overlays/confirm-dialog";
import { Sheet } from "@/components/ui/overlays/sheet";
import { type ContactChange, type ContactDetail, contactOptions, useContactActs } from "./api";
import { ContactForm } from "./contact-form";

export type ContactSheetProps = {
  workspace: string;
  /** A contact's id, `new`, or nothing. */
  editing: string | null;
  onClose: () => void;
};

export function ContactSheet({ workspace, editing, onClose }: ContactSheetProps) {
  const t = useTranslations("contacts");
  const isNew = editing === "new";
  const known = useQuery({
    ...contactOptions(workspace, editing ?? ""),
    enabled: editing !== null && !isNew,
  });
  const { create, update } = useContactActs(workspace);
  const [isUnsaved, setIsUnsaved] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  const close = () => {
    create.reset();
    update.reset();
    onClose();
  };
  const handleClose = () => (isUnsaved ? setIsAsking(true) : close());
  const isPending = create.isPending || update.isPending;
  const handleSaved = () => {
    toast.success(t(isNew ? "created" : "saved"));
    close();
  };
  const handleSubmit = (body: ContactChange) => {
    if (isNew) {
      const { externalId, ...rest } = body;
      create.mutate({ ...rest, ...(externalId ? { externalId } : {}) }, { onSuccess: handleSaved });
    } else if (editing) update.mutate({ contactId: editing, body }, { onSuccess: handleSaved });
  };
  const content = (contact: ContactDetail | undefined) => (
    <ContactForm
      key={contact?.id ?? "new"}
      contact={contact}
      error={isNew ? create.error : update.error}
      onSubmit={handleSubmit}
      onUnsavedChange={setIsUnsaved}
    />
  );
  return (
    <Sheet
      open={editing !== null}
      onOpenChange={(open) => !open && handleClose()}
      title={t(isNew ? "createTitle" : "editTitle")}
      footer={
        <>
          <Button onClick={handleClose}>{t("cancel")}</Button>
          <Button type="submit" form="contact-form" variant="primary" loading={isPending}>
            {t("save")}
          </Button>
        </>
      }
    >
      {isNew ? content(undefined) : null}
      {!isNew && known.isPending ? <Skeleton className="h-96 w-full" /> : null}
      {!isNew && known.isError ? <ErrorState onRetry={() => void known.refetch()} /> : null}
      {!isNew && known.data ? content(known.data) : null}
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setIsAsking}
        title={t("leaveTitle")}
        description={t("leaveDescription")}
        confirmLabel={t("leaveConfirm")}
        dismissLabel={t("leaveDismiss")}
        onConfirm={close}
      />
    </Sheet>
  );
}
