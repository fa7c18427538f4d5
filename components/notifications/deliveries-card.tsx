"use client";

import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { parseAsString, useQueryState } from "nuqs";
import { ChannelIcon } from "@/components/content/channel-icon";
import { Card } from "@/components/ui/display/card";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { toWireId } from "@/lib/contracts/wire/ids";
import type { Delivery } from "./api";
import { DeliverySheet } from "./delivery-sheet";
import { DeliveryPill } from "./notification-pill";

/** One line per endpoint; each opens what the provider answered. */
export function DeliveriesCard({ deliveries }: { deliveries: readonly Delivery[] }) {
  const t = useTranslations("notifications");
  const [open, setOpen] = useQueryState("delivery", parseAsString.withOptions({ history: "push" }));
  const opened = deliveries.find(({ subscriptionId }) => toWireId("subscription", subscriptionId) === open);
  return (
    <Card title={t("deliveries")} description={t("deliveriesDescription")} flush>
      {deliveries.length === 0 ? (
        <EmptyState className="py-6" title={t("noDeliveries")} />
      ) : (
        <ul className="divide-y border-t">
          {deliveries.map((delivery) => (
            <li key={delivery.subscriptionId}>
              <button
                type="button"
                aria-haspopup="dialog"
                className="flex min-h-12 w-full items-center gap-3 px-4 py-2 text-left text-sm transition-colors hover:bg-accent"
                onClick={() => void setOpen(toWireId("subscription", delivery.subscriptionId))}
              >
                <ChannelIcon channel={delivery.channel} />
                <span className="min-w-0 flex-1">
                  <span className="block truncate font-medium">
                    {delivery.address ?? t("delivery.removedAddress")}
                  </span>{" "}
                  <span className="block truncate text-muted-foreground text-xs">
                    {delivery.provider.name ?? t("delivery.removedProvider")} ·{" "}
                    {t("attemptsCount", { count: delivery.attempts })}
                    {delivery.code ? ` · ${delivery.code}` : null}
                  </span>
                </span>
                <DeliveryPill status={delivery.status} />
                <ChevronRight aria-hidden className="size-4 shrink-0 text-muted-foreground" />
                <span className="sr-only">{t("openAttempts")}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <DeliverySheet delivery={opened} onClose={() => void setOpen(null)} />
    </Card>
  );
}
