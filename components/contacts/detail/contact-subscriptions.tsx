import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { ChannelIcon } from "@/components/content/channel-icon";
import { useMay } from "@/components/layout/shell-context";
import { IconButton } from "@/components/ui/actions/icon-button";
import { Card } from "@/components/ui/display/card";
import { DateTime } from "@/components/ui/display/date-time";
import { StatusPill, type StatusTone } from "@/components/ui/display/status-pill";
import { toast } from "@/components/ui/feedback/toast";
import { type ContactDetail, useContactActs } from "../api";
import { AddAddressDialog } from "./add-address-dialog";

type Subscription = ContactDetail["subscriptions"][number];

const tones: Record<Subscription["status"], StatusTone> = {
  active: "done",
  gone: "stopped",
};

export type ContactSubscriptionsProps = { workspace: string; contact: ContactDetail };

/** Where the contact can be reached, and how well that goes. */
export function ContactSubscriptions({ workspace, contact }: ContactSubscriptionsProps) {
  const t = useTranslations("contacts");
  const mayWrite = useMay("contacts.write");
  const { restoreAddress, removeAddress } = useContactActs(workspace);
  const { id: contactId, subscriptions } = contact;
  const handleRemove = ({ id, channel, address, platform }: Subscription) =>
    removeAddress.mutate(
      { contactId, subscriptionId: id },
      {
        onSuccess: () => {
          const body = { channel, address, platform };
          const undo = () => restoreAddress.mutate({ contactId, body });
          toast.success(t("addressRemoved", { address }), { action: { label: t("undo"), onClick: undo } });
        },
      },
    );
  return (
    <Card
      title={t("subscriptions")}
      description={t("subscriptionsHelp")}
      actions={mayWrite ? <AddAddressDialog workspace={workspace} contactId={contactId} /> : null}
      flush
    >
      {subscriptions.length === 0 ? (
        <p className="px-5 py-4 text-muted-foreground text-sm">{t("noSubscriptions")}</p>
      ) : (
        <ul className="divide-y border-t">
          {subscriptions.map((subscription) => (
            <SubscriptionRow
              key={subscription.id}
              subscription={subscription}
              onRemove={mayWrite ? () => handleRemove(subscription) : undefined}
            />
          ))}
        </ul>
      )}
    </Card>
  );
}

type RowProps = { subscription: Subscription; onRemove: (() => void) | undefined };

function SubscriptionRow({ subscription, onRemove }: RowProps) {
  const t = useTranslations("contacts");
  const channelNames = useTranslations("content.channels");
  const { channel, address, status, failureCount, lastFailureCode, lastSuccessAt } = subscription;
  return (
    <li className="flex items-center gap-2 py-2 pr-2 pl-5 text-sm">
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-4 gap-y-1 py-1">
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
      </div>
      {onRemove ? (
        <IconButton icon={<X />} label={t("addressRemove", { address })} onClick={onRemove} />
      ) : null}
    </li>
  );
}
