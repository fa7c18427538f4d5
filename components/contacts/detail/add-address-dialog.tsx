"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/actions/button";
import { Callout } from "@/components/ui/feedback/callout";
import { toast } from "@/components/ui/feedback/toast";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { Select } from "@/components/ui/forms/select";
import { Dialog, DialogClose } from "@/components/ui/overlays/dialog";
import { detailOf, fieldErrorsOf } from "@/lib/browser/field-errors";
import { useContactActs } from "../api";

/** A browser brings its keys by subscribing and the inbox needs no address: neither is typed. */
const typedChannels = ["email", "sms", "whatsapp", "telegram", "app_push"] as const;

type TypedChannel = (typeof typedChannels)[number];

export type AddAddressDialogProps = { workspace: string; contactId: string };

export function AddAddressDialog({ workspace, contactId }: AddAddressDialogProps) {
  const t = useTranslations("contacts");
  const [isOpen, setIsOpen] = useState(false);
  const { addAddress } = useContactActs(workspace);
  const handleOpen = (open: boolean) => {
    setIsOpen(open);
    addAddress.reset();
  };
  return (
    <Dialog
      open={isOpen}
      onOpenChange={handleOpen}
      trigger={<Button icon={<Plus />}>{t("addressAdd")}</Button>}
      title={t("addressAdd")}
      description={t("addressAddHelp")}
      footer={
        <>
          <DialogClose render={<Button>{t("cancel")}</Button>} />
          <Button type="submit" form="address-form" variant="primary" loading={addAddress.isPending}>
            {t("addressAdd")}
          </Button>
        </>
      }
    >
      <AddressForm
        error={addAddress.error}
        onSubmit={(body) =>
          addAddress.mutate(
            { contactId, body },
            {
              onSuccess: ({ address }) => {
                handleOpen(false);
                toast.success(t("addressAdded", { address }));
              },
            },
          )
        }
      />
    </Dialog>
  );
}

type FormProps = {
  error: Error | null;
  onSubmit: (body: { channel: TypedChannel; address: string }) => void;
};

function AddressForm({ error, onSubmit }: FormProps) {
  const t = useTranslations("contacts");
  const problems = useTranslations("contacts.problems");
  const channelNames = useTranslations("content.channels");
  const [channel, setChannel] = useState<TypedChannel>("email");
  const [address, setAddress] = useState("");
  const [isMissing, setIsMissing] = useState(false);
  const wrong = fieldErrorsOf(error).address;
  const refusal = wrong && (problems.has(wrong.code) ? problems(wrong.code) : wrong.detail);
  const message = isMissing ? problems("empty") : refusal;
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    setIsMissing(address.trim() === "");
    if (address.trim() !== "") onSubmit({ channel, address: address.trim() });
  };
  return (
    <form id="address-form" onSubmit={handleSubmit} noValidate className="flex flex-col gap-4">
      {error && !wrong ? (
        <Callout tone="danger" announce title={detailOf(error) ?? `${t("failed")} ${t("tryAgain")}`} />
      ) : null}
      <Field label={t("channel")}>
        <Select
          value={channel}
          onValueChange={setChannel}
          options={typedChannels.map((value) => ({ value, label: channelNames(value) }))}
        />
      </Field>
      <Field label={t(`addressNames.${channel}`)} {...(message ? { error: message } : {})}>
        <Input
          value={address}
          onChange={(event) => setAddress(event.target.value)}
          autoComplete="off"
          inputMode={
            channel === "email" ? "email" : channel === "sms" || channel === "whatsapp" ? "tel" : "text"
          }
        />
      </Field>
    </form>
  );
}
