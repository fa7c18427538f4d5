"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { automationHref } from "@/components/automations/automation-href";
import { campaignPageHref } from "@/components/campaigns/campaign-href";
import { contactHref } from "@/components/contacts/contact-href";
import { ChannelIcon } from "@/components/content/channel-icon";
import { hrefOf } from "@/components/layout/navigation";
import { PageHeader } from "@/components/layout/page-header";
import { CopyButton } from "@/components/ui/actions/copy-button";
import { Card } from "@/components/ui/display/card";
import { DateTime } from "@/components/ui/display/date-time";
import { type Description, DescriptionList } from "@/components/ui/display/description-list";
import { toWireNotificationId } from "@/lib/contracts/wire/ids";
import type { NotificationDetail } from "./api";
import { DeliveriesCard } from "./deliveries-card";
import { NotificationPill } from "./notification-pill";
import { useContactName } from "./use-contact-name";
import { WhyCard } from "./why-card";

/** One message to one person, from the question "did it arrive?" down to the provider's answer. */
export function NotificationView({ slug, notification }: { slug: string; notification: NotificationDetail }) {
  const t = useTranslations("notifications");
  const name = useContactName()(notification);
  return (
    <>
      <PageHeader
        crumbs={[{ label: t("title"), href: hrefOf(slug, "notifications") }]}
        title={t("to", { name })}
        badge={<NotificationPill status={notification.status} />}
      />
      <div className="grid items-start gap-4 lg:grid-cols-3">
        <div className="flex min-w-0 flex-col gap-4 lg:col-span-2">
          <WhyCard notification={notification} />
          <DeliveriesCard deliveries={notification.deliveries} />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <DetailsCard slug={slug} notification={notification} />
          <MessageCard content={notification.content} />
        </div>
      </div>
    </>
  );
}

const linkClassName =
  "rounded-sm font-medium underline decoration-border-strong underline-offset-4 hover:decoration-current";

function DetailsCard({ slug, notification }: { slug: string; notification: NotificationDetail }) {
  const t = useTranslations();
  const name = useContactName()(notification);
  const { contact, campaign, automation, channel, kind, category } = notification;
  const wire = toWireNotificationId(notification.id);
  const moment = (key: "createdAt" | "sentAt" | "deliveredAt" | "readAt" | "expiresAt"): Description[] => {
    const at = notification[key];
    if (!at) return [];
    return [{ term: t(`notifications.${key}`), detail: <DateTime value={at} display="dateTime" /> }];
  };
  const items: Description[] = [
    {
      term: t("notifications.contact"),
      detail: contact ? (
        <Link href={contactHref(slug, contact.id)} className={linkClassName}>
          {name}
        </Link>
      ) : (
        name
      ),
    },
    {
      term: t("notifications.origin"),
      detail: campaign ? (
        <Link href={campaignPageHref(slug, campaign.id)} className={linkClassName}>
          {campaign.name}
        </Link>
      ) : automation ? (
        <Link href={automationHref(slug, automation.id)} className={linkClassName}>
          {automation.name}
        </Link>
      ) : (
        t(`notifications.kinds.${kind}`)
      ),
    },
    {
      term: t("notifications.channel"),
      detail: (
        <span className="flex items-center gap-1.5">
          <ChannelIcon channel={channel} />
          {t(`content.channels.${channel}`)}
        </span>
      ),
    },
    { term: t("notifications.category"), detail: t(`content.categories.${category}`) },
    ...moment("createdAt"),
    ...moment("sentAt"),
    ...moment("deliveredAt"),
    ...moment("readAt"),
    ...moment("expiresAt"),
    {
      term: t("notifications.id"),
      detail: (
        <span className="flex items-center gap-1">
          <code className="truncate font-mono text-xs">{wire}</code>
          <CopyButton value={wire} label={t("notifications.copyNotificationId")} />
        </span>
      ),
    },
  ];
  return (
    <Card title={t("notifications.details")}>
      <DescriptionList items={items} />
    </Card>
  );
}

function MessageCard({ content }: { content: NotificationDetail["content"] }) {
  const t = useTranslations("notifications");
  if (!content) return null;
  const items: Description[] = [
    { term: t("language"), detail: content.language },
    ...(content.title ? [{ term: t("messageTitle"), detail: content.title }] : []),
    ...(content.body || content.subtitle
      ? [
          {
            term: t("messageBody"),
            detail: <span className="whitespace-pre-line">{content.body || content.subtitle}</span>,
          },
        ]
      : []),
  ];
  return (
    <Card title={t("message")} description={t("messageDescription")}>
      <DescriptionList items={items} />
    </Card>
  );
}
