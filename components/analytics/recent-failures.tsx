import Link from "next/link";
import { useTranslations } from "next-intl";
import { ChannelIcon } from "@/components/content/channel-icon";
import { hrefOf } from "@/components/layout/navigation";
import { notificationHref } from "@/components/notifications/notification-href";
import { useCodeWords } from "@/components/notifications/use-code-words";
import { useContactName } from "@/components/notifications/use-contact-name";
import { ButtonLink } from "@/components/ui/actions/button-link";
import { Card } from "@/components/ui/display/card";
import { DateTime } from "@/components/ui/display/date-time";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { toWireNotificationId } from "@/lib/contracts/wire/ids";
import type { ListedNotification } from "@/lib/domain/notifications/list-notifications";

type Props = { slug: string; notifications: readonly ListedNotification[] };

/** The last notifications that did not get through, each one press from its reason. */
export function RecentFailures({ slug, notifications }: Props) {
  const t = useTranslations();
  const contactName = useContactName();
  const codeWords = useCodeWords();
  return (
    <Card
      title={t("analytics.failures")}
      description={t("analytics.failuresDescription")}
      flush
      className="h-full"
      actions={
        notifications.length > 0 ? (
          <ButtonLink href={hrefOf(slug, "notifications?status=failed")} size="sm">
            {t("analytics.allFailures")}
          </ButtonLink>
        ) : null
      }
    >
      {notifications.length === 0 ? (
        <EmptyState
          className="py-8"
          title={t("analytics.noFailures")}
          description={t("analytics.noFailuresDescription")}
        />
      ) : (
        <ul className="divide-y border-t text-sm">
          {notifications.map((notification) => {
            const { channel, code, campaign } = notification;
            return (
              <li
                key={toWireNotificationId(notification.id)}
                className="flex min-h-11 items-center gap-3 px-4 py-1.5"
              >
                <ChannelIcon channel={channel} />
                <span className="min-w-0 flex-1">
                  <Link
                    href={notificationHref(slug, notification.id)}
                    className="block min-h-6 truncate rounded-sm font-medium leading-6 underline-offset-4 hover:underline"
                  >
                    {contactName(notification)}
                  </Link>
                  <span className="block truncate text-muted-foreground text-xs">
                    {campaign?.name ?? t("notifications.kinds.transactional")}
                  </span>
                </span>
                <span className="max-w-[45%] min-w-0 text-right text-xs leading-4">
                  <span className="line-clamp-2 text-danger">{codeWords(code ?? "")}</span>
                  <code className="block truncate font-mono text-muted-foreground text-2xs">{code}</code>
                </span>
                <DateTime
                  value={notification.createdAt}
                  className="w-24 shrink-0 text-right text-muted-foreground text-xs max-sm:hidden"
                />
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
}
