"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type ReactElement, useState } from "react";
import { useShell } from "@/components/layout/shell-context";
import { Button } from "@/components/ui/actions/button";
import { Callout } from "@/components/ui/feedback/callout";
import { Dialog } from "@/components/ui/overlays/dialog";
import { callApi } from "@/lib/browser/api-client";
import { detailOf } from "@/lib/browser/field-errors";
import { testCampaignContract } from "@/lib/contracts/campaigns/campaign-acts";
import type { Campaign } from "../api";
import { ContactPicker, type PickedContact } from "./contact-picker";
import { TestResult } from "./test-result";

export type TestSendDialogProps = {
  campaign: Campaign;
  /** Stores the open draft; false keeps the test from being sent. */
  onBeforeSend: () => Promise<boolean>;
  trigger: ReactElement;
};

/** Sends the draft to one person and shows what became of it. */
export function TestSendDialog({ campaign, onBeforeSend, trigger }: TestSendDialogProps) {
  const t = useTranslations("campaigns.test");
  const { slug } = useShell().workspace;
  const [contact, setContact] = useState<PickedContact | null>(null);
  const [isMissing, setMissing] = useState(false);
  const send = useMutation({
    mutationFn: async ({ id }: PickedContact) => {
      if (!(await onBeforeSend())) throw new Error("unsaved");
      const body = { contactIds: [id] };
      return callApi(testCampaignContract, { workspace: slug, params: { campaignId: campaign.id }, body });
    },
  });
  const press = () => {
    setMissing(contact === null);
    if (contact) send.mutate(contact);
  };
  return (
    <Dialog
      title={t("title")}
      description={t("description")}
      trigger={trigger}
      keepOpen
      onOpenChange={() => send.reset()}
      footer={
        <Button variant="primary" loading={send.isPending} onClick={press}>
          {t(send.isSuccess ? "again" : "send")}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <ContactPicker
          workspace={slug}
          value={contact}
          onChange={(next) => {
            setMissing(false);
            setContact(next);
          }}
          {...(isMissing ? { error: t("contactRequired") } : {})}
        />
        {send.isError ? (
          <Callout tone="danger" announce title={t("failed")}>
            {detailOf(send.error) ?? t("unsaved")}
          </Callout>
        ) : null}
        {send.data && contact ? (
          <TestResult key={send.data.runId} runId={send.data.runId} contactId={contact.id} workspace={slug} />
        ) : null}
      </div>
    </Dialog>
  );
}
