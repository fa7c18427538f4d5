"use client";

import { useFormatter, useTranslations } from "next-intl";
import { ChannelIcon } from "@/components/content/channel-icon";
import type { TableColumn } from "@/components/ui/data-table/table-column";
import { DateTime } from "@/components/ui/display/date-time";
import { toWireNotificationId } from "@/lib/contracts/wire/ids";
import type { Notification } from "./api";
import { NotificationPill } from "./notification-pill";
import { useCodeWords } from "./use-code-words";
import { useContactName } from "./use-contact-name";

export function useNotificationColumns(): TableColumn<Notification>[] {
  const t = useTranslations();
  const format = useFormatter();
  const nameOf = useContactName();
  const codeWords = useCodeWords();
  return [
    { id: "contact", header: t("notifications.columns.contact"), primary: true, cell: nameOf },
    {
      id: "status",
      header: t("notifications.columns.status"),
      card: "aside",
      cell: ({ status }) => <NotificationPill status={status} />,
    },
    {
      id: "reason",
      header: t("notifications.columns.reason"),
      cell: ({ skipReason, code }) => {
        if (skipReason) return t(`notifications.skipReasons.${skipReason}`);
        return code ? codeWords(code) : "–";
      },
    },
    {
      id: "channel",
      header: t("notifications.columns.channel"),
      cell: ({ channel }) => (
        <span className="inline-flex items-center gap-1.5 align-middle">
          <ChannelIcon channel={channel} />
          {t(`content.channels.${channel}`)}
        </span>
      ),
    },
    {
      id: "origin",
      header: t("notifications.columns.origin"),
      cell: ({ campaign, automation, kind }) =>
        campaign || automation ? (
          <span className="block max-w-56 truncate">
            {campaign?.name ?? automation?.name}
            {kind === "test" ? ` · ${t("notifications.kinds.test")}` : null}
          </span>
        ) : (
          t(`notifications.kinds.${kind}`)
        ),
    },
    {
      id: "attempts",
      header: t("notifications.columns.attempts"),
      align: "end",
      hidden: true,
      cell: ({ attempts }) => format.number(attempts),
    },
    {
      id: "createdAt",
      header: t("notifications.columns.createdAt"),
      cell: ({ createdAt }) => <DateTime value={createdAt} />,
    },
    {
      id: "id",
      header: t("notifications.columns.id"),
      hidden: true,
      cell: ({ id }) => <span className="font-mono text-xs">{toWireNotificationId(id)}</span>,
    },
  ];
}
