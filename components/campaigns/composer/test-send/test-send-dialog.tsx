"use client";

import { useTranslations } from "next-intl";
import { type ReactElement, useState } from "react";
import { ContactPicker, type PickedContact } from "@/components/contacts/contact-picker";
import type { PreviewPerson } from "@/components/content/preview/person-picker";
import { useShell } from "@/components/layout/shell-context";
import { TrialAnswer } from "@/components/providers/trial/trial-answer";
import { Button } from "@/components/ui/actions/button";
import { SegmentedControl } from "@/components/ui/actions/segmented-control";
import { Callout } from "@/components/ui/feedback/callout";
import { Dialog } from "@/components/ui/overlays/dialog";
import { detailOf, fieldErrorsOf } from "@/lib/browser/field-errors";
import type { Campaign } from "../../api";
import { TestAddressFields } from "./test-address-fields";
import { TestResult } from "./test-result";
import { useTestSend } from "./use-test-send";

export type TestSendDialogProps = {
  campaign: Campaign;
  /** Of the open draft, which may be another than the stored one's. */
  channel: Campaign["channelType"];
  /** Whom the preview shows. */
  person: PreviewPerson;
  /** Stores the open draft; false keeps the test from being sent. */
  onBeforeSend: () => Promise<boolean>;
  trigger: ReactElement;
};

const kinds = ["contact", "address"] as const;

/** Browsers need their keys and inboxes a contact: there is no address to type. */
const hasAddresses = (channel: Campaign["channelType"]): boolean =>
  channel !== "web_push" && channel !== "in_app";

/** Sends the draft to one person, known or not, and shows what became of it. */
export function TestSendDialog({ campaign, channel, person, onBeforeSend, trigger }: TestSendDialogProps) {
  const t = useTranslations("campaigns.test");
  const { slug } = useShell().workspace;
  const [chosenKind, setKind] = useState<(typeof kinds)[number]>("contact");
  const [contact, setContact] = useState<PickedContact | null>(person);
  const [address, setAddress] = useState("");
  const [as, setAs] = useState<PickedContact | null>(person);
  const [isMissing, setMissing] = useState(false);
  const kind = hasAddresses(channel) ? chosenKind : "contact";
  const { toContact, toAddress, reset } = useTestSend(slug, campaign.id, onBeforeSend);
  const send = kind === "contact" ? toContact : toAddress;
  const press = () => {
    setMissing(kind === "contact" ? contact === null : address.trim() === "");
    if (kind === "address" && address.trim() !== "") toAddress.mutate({ to: address.trim(), as });
    if (kind === "contact" && contact) toContact.mutate(contact);
  };
  const refused = fieldErrorsOf(toAddress.error).to;
  return (
    <Dialog
      title={t("title")}
      description={t("description")}
      trigger={trigger}
      keepOpen
      onOpenChange={(open) => {
        reset();
        if (!open) return;
        setAs(person);
        setContact(contact ?? person);
      }}
      footer={
        <Button variant="primary" loading={send.isPending} onClick={press}>
          {t(send.isSuccess ? "again" : "send")}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        {hasAddresses(channel) ? (
          <SegmentedControl
            label={t("toKind")}
            segments={kinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
            value={kind}
            onValueChange={(next) => {
              setMissing(false);
              setKind(next);
            }}
            className="self-start"
          />
        ) : null}
        {kind === "contact" ? (
          <ContactPicker
            workspace={slug}
            channel={channel}
            label={t("to")}
            help={t("toHelp")}
            value={contact}
            onChange={(next) => {
              setMissing(false);
              setContact(next);
            }}
            {...(isMissing ? { error: t("contactRequired") } : {})}
          />
        ) : (
          <TestAddressFields
            channel={channel}
            address={address}
            onAddressChange={(next) => {
              setMissing(false);
              setAddress(next);
            }}
            as={as}
            onAsChange={setAs}
            problem={isMissing ? "required" : refused?.code}
          />
        )}
        {send.isError && !(kind === "address" && refused) ? (
          <Callout tone="danger" announce title={t("failed")}>
            {detailOf(send.error) ?? t("unsaved")}
          </Callout>
        ) : null}
        {kind === "contact" && toContact.data && contact ? (
          <TestResult
            key={toContact.data.runId}
            runId={toContact.data.runId}
            contactId={contact.id}
            workspace={slug}
          />
        ) : null}
        {kind === "address" && toAddress.data ? <TrialAnswer trial={toAddress.data} /> : null}
      </div>
    </Dialog>
  );
}
