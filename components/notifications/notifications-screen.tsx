"use client";

import { useQuery } from "@tanstack/react-query";
import { Bell, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { ChannelIcon } from "@/components/content/channel-icon";
import { hrefOf } from "@/components/layout/navigation";
import { useMay, useShell } from "@/components/layout/shell-context";
import { Button } from "@/components/ui/actions/button";
import { ButtonLink } from "@/components/ui/actions/button-link";
import { DataTable } from "@/components/ui/data-table/data-table";
import type { TableFilter } from "@/components/ui/data-table/table-filters";
import { useTableState } from "@/components/ui/data-table/use-table-state";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { type IdKind, toWireNotificationId, wireId } from "@/lib/contracts/wire/ids";
import { channels } from "@/lib/domain/channels/channel";
import { notificationStatuses } from "@/lib/domain/runs/run";
import { notificationsOptions } from "./api";
import { useContactName } from "./use-contact-name";
import { useNotificationColumns } from "./use-notification-columns";

/** Every message to every person; links of other screens narrow it to a send, a campaign or a contact. */
export function NotificationsScreen() {
  const t = useTranslations();
  const { workspace } = useShell();
  const nameOf = useContactName();
  const columns = useNotificationColumns();
  const state = useTableState({
    filters: { status: notificationStatuses, channel: channels, run: null, campaign: null, contact: null },
  });
  const { status, channel, run, campaign, contact } = state.filters;
  const ids = {
    runId: readId("run", run),
    campaignId: readId("campaign", campaign),
    contactId: readId("contact", contact),
  };
  const { limit, after } = { limit: state.pageSize, after: state.query.after };
  const query = useQuery(
    notificationsOptions(workspace.slug, {
      limit,
      ...(after ? { after } : {}),
      ...(state.search ? { q: state.search } : {}),
      ...(status ? { status } : {}),
      ...(channel ? { channel } : {}),
      ...Object.fromEntries(Object.entries(ids).filter(([, id]) => id)),
    }),
  );
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
  const isNarrowed = Object.values(ids).some(Boolean);
  return (
    <>
      {isNarrowed ? <Narrowing onShowAll={state.clearFilters} /> : null}
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
        rowHref={(row) => hrefOf(workspace.slug, `notifications/${toWireNotificationId(row.id)}`)}
        empty={<NothingYet slug={workspace.slug} />}
      />
    </>
  );
}

function readId(kind: IdKind, values: string[] | undefined): string | undefined {
  const parsed = wireId(kind).safeParse(values?.[0]);
  return parsed.success ? parsed.data : undefined;
}

function Narrowing({ onShowAll }: { onShowAll: () => void }) {
  const t = useTranslations("notifications");
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2 text-muted-foreground text-sm">
      {t("allOf")}
      <Button size="sm" icon={<X />} onClick={onShowAll}>
        {t("showAll")}
      </Button>
    </div>
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
