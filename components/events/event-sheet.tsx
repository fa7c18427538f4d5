"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { automationHref } from "@/components/automations/automation-href";
import { contactHref } from "@/components/contacts/contact-href";
import { hrefOf } from "@/components/layout/navigation";
import { useContactName } from "@/components/notifications/use-contact-name";
import { CopyButton } from "@/components/ui/actions/copy-button";
import { CodeBlock } from "@/components/ui/display/code-block";
import { DateTime } from "@/components/ui/display/date-time";
import { DescriptionList } from "@/components/ui/display/description-list";
import { Sheet } from "@/components/ui/overlays/sheet";
import { toWireId } from "@/lib/contracts/wire/ids";
import type { TrackedEvent } from "./api";
import { useEventName } from "./use-event-name";

export type EventSheetProps = { workspace: string; event: TrackedEvent | undefined; onClose: () => void };

export function EventSheet({ workspace, event, onClose }: EventSheetProps) {
  const nameOf = useEventName();
  return (
    <Sheet
      open={event !== undefined}
      onOpenChange={(open) => !open && onClose()}
      title={event ? nameOf(event.name) : ""}
    >
      {event ? <EventDetails workspace={workspace} event={event} /> : null}
    </Sheet>
  );
}

function EventDetails({ workspace, event }: { workspace: string; event: TrackedEvent }) {
  const t = useTranslations("events");
  const contactName = useContactName();
  const { contact, campaign, automation } = event;
  const id = toWireId("event", event.id);
  return (
    <div className="flex flex-col gap-6">
      <DescriptionList
        items={[
          { term: t("columns.name"), detail: <code className="font-mono text-xs">{event.name}</code> },
          {
            term: t("columns.contact"),
            detail: contact ? (
              <TextLink href={contactHref(workspace, contact.id)}>{contactName(event)}</TextLink>
            ) : (
              contactName(event)
            ),
          },
          {
            term: t("columns.occurredAt"),
            detail: <DateTime value={event.occurredAt} display="dateTime" />,
          },
          { term: t("receivedAt"), detail: <DateTime value={event.receivedAt} display="dateTime" /> },
          { term: t("columns.source"), detail: t(`sources.${event.source}`) },
          {
            term: t("columns.campaign"),
            detail: campaign ? (
              <TextLink href={hrefOf(workspace, `campaigns/${toWireId("campaign", campaign.id)}`)}>
                {campaign.name}
              </TextLink>
            ) : automation ? (
              <TextLink href={automationHref(workspace, automation.id)}>{automation.name}</TextLink>
            ) : (
              "–"
            ),
          },
          {
            term: t("columns.id"),
            detail: (
              <span className="flex min-w-0 items-center gap-1">
                <code className="min-w-0 break-all font-mono text-muted-foreground text-xs">{id}</code>
                <CopyButton value={id} />
              </span>
            ),
          },
        ]}
      />
      <CodeBlock code={JSON.stringify(event.properties, null, 2)} title={t("columns.properties")} wrap />
    </div>
  );
}

function TextLink({ href, children }: { href: string; children: string }) {
  return (
    <Link href={href} className="font-medium underline-offset-4 hover:underline">
      {children}
    </Link>
  );
}
