"use client";

import { useTranslations } from "next-intl";
import { CopyButton } from "@/components/ui/actions/copy-button";
import { DateTime } from "@/components/ui/display/date-time";
import { type Description, DescriptionList } from "@/components/ui/display/description-list";
import { Sheet } from "@/components/ui/overlays/sheet";
import type { Delivery } from "./api";
import { DeliveryPill } from "./notification-pill";

type Props = { delivery: Delivery | undefined; onClose: () => void };

/** What one provider was asked for one endpoint, and what it answered. */
export function DeliverySheet({ delivery, onClose }: Props) {
  const t = useTranslations("notifications");
  return (
    <Sheet
      title={t("delivery.title")}
      description={delivery ? t("attemptsCount", { count: delivery.attempts }) : undefined}
      open={delivery !== undefined}
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      {delivery ? <DeliveryFacts delivery={delivery} /> : null}
    </Sheet>
  );
}

function DeliveryFacts({ delivery }: { delivery: Delivery }) {
  const t = useTranslations("notifications.delivery");
  const { provider, providerMessageId, code, detail, deliveredAt, failedAt } = delivery;
  const items: Description[] = [
    { term: t("status"), detail: <DeliveryPill status={delivery.status} /> },
    {
      term: t("address"),
      detail: <span className="break-all font-mono text-xs">{delivery.address ?? t("removedAddress")}</span>,
    },
    ...(delivery.platform ? [{ term: t("platform"), detail: delivery.platform }] : []),
    { term: t("provider"), detail: provider.name ?? t("removedProvider") },
    { term: t("attempts"), detail: delivery.attempts },
    { term: t("code"), detail: code ? <code className="font-mono text-xs">{code}</code> : t("noAnswer") },
    ...(detail ? [{ term: t("detail"), detail: <span className="break-words">{detail}</span> }] : []),
    ...(providerMessageId
      ? [
          {
            term: t("messageId"),
            detail: (
              <span className="flex items-start gap-1">
                <code className="break-all font-mono text-xs leading-6">{providerMessageId}</code>
                <CopyButton value={providerMessageId} label={t("copyId")} />
              </span>
            ),
          },
        ]
      : []),
    { term: t("sentAt"), detail: <DateTime value={delivery.sentAt} display="dateTime" /> },
    ...(deliveredAt
      ? [{ term: t("deliveredAt"), detail: <DateTime value={deliveredAt} display="dateTime" /> }]
      : []),
    ...(failedAt ? [{ term: t("failedAt"), detail: <DateTime value={failedAt} display="dateTime" /> }] : []),
  ];
  return <DescriptionList items={items} />;
}
