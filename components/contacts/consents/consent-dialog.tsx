"use client";

import { useTranslations } from "next-intl";
import { type ReactElement, useState } from "react";
import { Button } from "@/components/ui/actions/button";
import { toast } from "@/components/ui/feedback/toast";
import { Dialog, DialogClose } from "@/components/ui/overlays/dialog";
import { type ContactDetail, useContactActs } from "../api";
import { type Consent, ConsentForm } from "./consent-form";

export type ConsentDialogProps = {
  workspace: string;
  contact: ContactDetail;
  /** The word that is to be replaced; absent: any. */
  known?: Consent;
  trigger: ReactElement;
};

/** Writes down what a person said by telephone, on paper or at the counter. */
export function ConsentDialog({ workspace, contact, known, trigger }: ConsentDialogProps) {
  const t = useTranslations("contacts.consent");
  const tContacts = useTranslations("contacts");
  const [isOpen, setIsOpen] = useState(false);
  const { update } = useContactActs(workspace);
  const handleOpen = (open: boolean) => {
    setIsOpen(open);
    update.reset();
  };
  return (
    <Dialog
      open={isOpen}
      onOpenChange={handleOpen}
      trigger={trigger}
      title={t("record")}
      description={t("recordHelp")}
      footer={
        <>
          <DialogClose render={<Button>{tContacts("cancel")}</Button>} />
          <Button type="submit" form="consent-form" variant="primary" loading={update.isPending}>
            {tContacts("save")}
          </Button>
        </>
      }
    >
      <ConsentForm
        recorded={contact.consents}
        known={known}
        error={update.error}
        onSubmit={(consent) =>
          update.mutate(
            { contactId: contact.id, body: { consents: [consent] } },
            {
              onSuccess: () => {
                handleOpen(false);
                toast.success(t("recorded"));
              },
            },
          )
        }
      />
    </Dialog>
  );
}
