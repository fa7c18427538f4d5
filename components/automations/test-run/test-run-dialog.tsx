"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ContactPicker, type PickedContact } from "@/components/contacts/contact-picker";
import { eventsOptions } from "@/components/events/api";
import { hrefOf } from "@/components/layout/navigation";
import { useShell } from "@/components/layout/shell-context";
import { Button } from "@/components/ui/actions/button";
import { Callout } from "@/components/ui/feedback/callout";
import { Skeleton } from "@/components/ui/feedback/skeleton";
import { Switch } from "@/components/ui/forms/switch";
import { Dialog } from "@/components/ui/overlays/dialog";
import { callApi } from "@/lib/browser/api-client";
import { detailOf } from "@/lib/browser/field-errors";
import { testAutomationContract } from "@/lib/contracts/automations/enrolments";
import type { Trigger } from "@/lib/domain/automations/definition";
import { type Automation, automationsKey } from "../api";
import { enrolmentHref } from "../automation-href";
import { type Properties, PropertiesField } from "./properties-field";

export type TestRunDialogProps = {
  automation: Automation;
  /** Of the open draft. */
  trigger: Trigger;
  /** Stores the open draft; false keeps the test from starting. */
  onBeforeRun: () => Promise<boolean>;
  isOpen: boolean;
  onClose: () => void;
};

/** Sends somebody through the draft, in the sandbox alone. */
export function TestRunDialog({ isOpen, onClose, ...form }: TestRunDialogProps) {
  const t = useTranslations("automations.test");
  return (
    <Dialog
      title={t("title")}
      description={t("description")}
      open={isOpen}
      onOpenChange={(open) => !open && onClose()}
      keepOpen
    >
      <TestRunForm {...form} />
    </Dialog>
  );
}

/** The event whose properties a message may speak of. */
function eventOf(trigger: Trigger): string | undefined {
  if (trigger.kind === "event") return trigger.event || undefined;
  return trigger.kind === "cart_abandoned" ? "cart_updated" : undefined;
}

type TestRunFormProps = Omit<TestRunDialogProps, "isOpen" | "onClose">;

function TestRunForm({ automation, trigger, onBeforeRun }: TestRunFormProps) {
  const t = useTranslations("automations.test");
  const { slug } = useShell().workspace;
  const event = eventOf(trigger);
  const last = useLastProperties(slug, event);
  const [contact, setContact] = useState<PickedContact | null>(null);
  const [isMissing, setMissing] = useState(false);
  const [skipWaits, setSkipWaits] = useState(true);
  const [typed, setTyped] = useState<{ properties: Properties | undefined }>();
  const run = useTestRun(slug, automation.id, onBeforeRun);
  const properties = typed ? typed.properties : last.properties;
  const submit = () => {
    setMissing(contact === null);
    if (contact && properties) run.mutate({ contactId: contact.id, skipWaits, properties });
  };
  return (
    <form
      noValidate
      className="flex flex-col gap-5"
      onSubmit={(submitted) => {
        submitted.preventDefault();
        submitted.stopPropagation();
        if (!run.isPending) submit();
      }}
    >
      <Callout>
        {t("sandboxOnly")} <Link href={hrefOf(slug, "sandbox")}>{t("toSandbox")}</Link>
      </Callout>
      <ContactPicker
        workspace={slug}
        label={t("contact")}
        help={t("contactHelp")}
        value={contact}
        onChange={(picked) => {
          setContact(picked);
          setMissing(false);
        }}
        {...(isMissing ? { error: t("contactRequired") } : {})}
      />
      <Switch
        label={t("skipWaits")}
        description={t("skipWaitsHelp")}
        checked={skipWaits}
        onCheckedChange={setSkipWaits}
      />
      {last.isPending ? (
        <Skeleton className="h-28 w-full" />
      ) : (
        <PropertiesField
          key={event}
          label={t("properties")}
          help={t(last.isReceived ? "propertiesReceived" : "propertiesHelp")}
          value={last.properties}
          onChange={(next) => setTyped({ properties: next })}
          rows={6}
        />
      )}
      {run.isError ? (
        <Callout tone="danger" announce title={t("failed")}>
          {detailOf(run.error) ?? t("unsaved")}
        </Callout>
      ) : null}
      <Button type="submit" variant="primary" className="self-end" loading={run.isPending}>
        {t("run")}
      </Button>
    </form>
  );
}

const nothing: Properties = {};

/** What came with the event the last time. */
function useLastProperties(workspace: string, event: string | undefined) {
  const query = useQuery({
    ...eventsOptions(workspace, { name: [event ?? ""], limit: 1 }),
    enabled: event !== undefined,
    placeholderData: undefined,
  });
  const last = event === undefined ? undefined : query.data?.data[0];
  return {
    properties: last?.properties ?? nothing,
    isReceived: last !== undefined,
    isPending: event !== undefined && query.isPending,
  };
}

function useTestRun(workspace: string, automationId: string, onBeforeRun: () => Promise<boolean>) {
  const router = useRouter();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (body: { contactId: string; skipWaits: boolean; properties: Properties }) => {
      if (!(await onBeforeRun())) throw new Error("The draft is not stored.");
      return callApi(testAutomationContract, { workspace, params: { automationId }, body });
    },
    onSuccess: (enrolment) => {
      router.push(enrolmentHref(workspace, enrolment));
      return client.invalidateQueries({ queryKey: automationsKey(workspace) });
    },
  });
}
