import { useTranslations } from "next-intl";
import { ChannelIcon } from "@/components/content/channel-icon";
import { Card } from "@/components/ui/display/card";
import { DateTime } from "@/components/ui/display/date-time";
import { StatusPill, type StatusTone } from "@/components/ui/display/status-pill";
import type { ContactDetail } from "../api";

type Subscription = ContactDetail["subscriptions"][number];

const tones: Record<Subscription["status"], StatusTone> = {
  active: "done",
  unsubscribed: "paused",
  gone: "stopped",
  invalid: "failed",
};

/** Where the contact can be reached, and how well that goes. */
export function ContactSubscriptions({ subscriptions }: { subscriptions: readonly Subscription[] }) {
  const t = useTranslations("contacts");
  return (
    <Card title={t("subscriptions")} description={t("subscriptionsHelp")} flush>
      {subscriptions.length === 0 ? (
        <p className="px-5 py-4 text-muted-foreground text-sm">{t("noSubscriptions")}</p>
      ) : (
        <ul className="divide-y">
          {subscriptions.map((subscription) => (
            <SubscriptionRow key={subscription.id} subscription={subscription} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function SubscriptionRow({ subscription }: { subscription: Subscription }) {
  const t = useTranslations("contacts");
  const channelNames = useTranslations("content.channels");
  const { channel, address, status, failureCount, lastFailureCode, lastSuccessAt } = subscription;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 px-5 py-3 text-sm">
      <span className="flex w-40 shrink-0 items-center gap-2">
        <ChannelIcon channel={channel} />
        {channelNames(channel)}
      </span>
      <span className="min-w-0 flex-1 basis-48 truncate" title={address}>
        {address}
      </span>
      <span className="text-muted-foreground text-xs">
        {lastSuccessAt ? (
          <>
            {t("lastSuccess")} <DateTime value={lastSuccessAt} />
          </>
        ) : (
          t("neverReached")
        )}
        {failureCount > 0 ? ` · ${t("failures", { count: failureCount })}` : null}
        {lastFailureCode ? ` (${lastFailureCode})` : null}
      </span>
      <StatusPill status={tones[status]}>{t(`subscriptionStatuses.${status}`)}</StatusPill>
    </li>
  );
}
