"use client";

import { useQuery } from "@tanstack/react-query";
import { Bell } from "lucide-react";
import { useTranslations } from "next-intl";
import { ChannelIcon } from "@/components/content/channel-icon";
import { hrefOf } from "@/components/layout/navigation";
import { PageHeader } from "@/components/layout/page-header";
import { useMay, useShell } from "@/components/layout/shell-context";
import { ButtonLink } from "@/components/ui/actions/button-link";
import { DataTable } from "@/components/ui/data-table/data-table";
import type { TableFilter } from "@/components/ui/data-table/table-filters";
import { useTableState } from "@/components/ui/data-table/use-table-state";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { useLive } from "@/lib/browser/realtime/use-live";
import { toWireNotificationId } from "@/lib/contracts/wire/ids";
import { channels } from "@/lib/domain/channels/channel";
import { notificationStatuses } from "@/lib/domain/runs/run";
import { notificationsOptions } from "./api";
import { NarrowingChips } from "./narrowing-chips";
import { notificationHref } from "./notification-href";
import { useContactName } from "./use-contact-name";
import { useNarrowings } from "./use-narrowings";
import { useNotificationColumns } from "./use-notification-columns";

/** A send moves every second; who reads a list of people is helped by no more than this. */
const signalPauseMillis = 3_000;

/** Every message to every person; links of other screens narrow it to a send, a campaign or a contact. */
export function NotificationsScreen() {
  const t = useTranslations();
  const { workspace } = useShell();
  const nameOf = useContactName();
  const columns = useNotificationColumns();
  const state = useTableState({
    filters: { status: notificationStatuses, channel: channels, run: null, campaign: null, contact: null },
  });
  const { ids, narrowings, title } = useNarrowings(workspace.slug, state.filters);
  const { status, channel } = state.filters;
  const { limit, after } = { limit: state.pageSize, after: state.query.after };
  const options = notificationsOptions(workspace.slug, {
    limit,
    ...(after ? { after } : {}),
    ...(state.search ? { q: state.search } : {}),
    ...(status ? { status } : {}),
    ...(channel ? { channel } : {}),
    ...ids,
  });
  const query = useQuery(useLive(options, signalPauseMillis));
  const filters: TableFilter[] = [
    {
      id: "status",
      label: t("notifications.filters.status"),
      options: notificationStatuses.map((value) => ({ value, label: t(`notifications.statuses.${value}`) })),
    },
    {
      id: "channel",
      label: t("notifications.filters.channel"),
      options: channels.map((value) => ({
        value,
        label: t(`content.channels.${value}`),
        icon: <ChannelIcon channel={value} />,
      })),
    },
  ];
  return (
    <>
      <PageHeader
        title={title ?? t("notifications.title")}
        description={t("notifications.description")}
        {...(title
          ? { crumbs: [{ label: t("notifications.title"), href: hrefOf(workspace.slug, "notifications") }] }
          : {})}
      />
      <NarrowingChips narrowings={narrowings} onRemove={(id) => state.setFilter(id, [])} />
      <DataTable
        tableId="notifications"
        label={t("notifications.title")}
        columns={columns}
        query={query}
        state={state}
        filters={filters}
        searchPlaceholder={t("notifications.search")}
        rowId={(row) => toWireNotificationId(row.id)}
        rowName={nameOf}
        rowHref={(row) => notificationHref(workspace.slug, row.id)}
        empty={<NothingYet slug={workspace.slug} />}
      />
    </>
  );
}

function NothingYet({ slug }: { slug: string }) {
  const t = useTranslations("notifications");
  const maySend = useMay("campaigns.write");
  return (
    <EmptyState
      icon={<Bell aria-hidden />}
      title={t("empty")}
      description={t("emptyDescription")}
      actions={
        maySend ? (
          <ButtonLink href={hrefOf(slug, "campaigns/new")} variant="primary">
            {t("newCampaign")}
          </ButtonLink>
        ) : null
      }
    />
  );
}
