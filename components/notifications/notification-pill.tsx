import { useTranslations } from "next-intl";
import { StatusPill, type StatusTone } from "@/components/ui/display/status-pill";
import type { DeliveryStatus, NotificationStatus } from "@/lib/domain/runs/run";

const tones: Record<NotificationStatus, StatusTone> = {
  pending: "waiting",
  sent: "done",
  skipped: "stopped",
  failed: "failed",
  unknown: "paused",
  cancelled: "stopped",
};

export function NotificationPill({ status }: { status: NotificationStatus }) {
  const t = useTranslations("notifications.statuses");
  return <StatusPill status={tones[status]}>{t(status)}</StatusPill>;
}

const deliveryTones: Record<DeliveryStatus, StatusTone> = {
  accepted: "done",
  delivered: "done",
  failed: "failed",
  unknown: "paused",
  retrying: "waiting",
};

export function DeliveryPill({ status }: { status: DeliveryStatus }) {
  const t = useTranslations("notifications.deliveryStatuses");
  return <StatusPill status={deliveryTones[status]}>{t(status)}</StatusPill>;
}
