"use client";

import { useQuery } from "@tanstack/react-query";
import { Bell } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { ChannelIcon } from "@/components/content/channel-icon";
import { eventsOptions, type TrackedEvent } from "@/components/events/api";
import { notificationHref } from "@/components/notifications/notification-href";
import { NotificationPill } from "@/components/notifications/notification-pill";
import { useCodeWords } from "@/components/notifications/use-code-words";
import { Card } from "@/components/ui/display/card";
import { DateTime } from "@/components/ui/display/date-time";
import { StatusPill, type StatusTone } from "@/components/ui/display/status-pill";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { ErrorState } from "@/components/ui/feedback/error-state";
import { Skeleton } from "@/components/ui/feedback/skeleton";
import { useLive } from "@/lib/browser/realtime/use-live";
import { type TimelineEntry, timelineMax, timelineOptions } from "../api";
import { TimelineEvent } from "./timeline-event";

/** Every notification meant for the contact, what became of it, and what the contact did. */
export function ContactTimeline({ workspace, contactId }: { workspace: string; contactId: string }) {
  const t = useTranslations("contacts");
  const query = useQuery(timelineOptions(workspace, contactId));
  const events = useQuery(useLive(eventsOptions(workspace, { contactId, limit: timelineMax })));
  const entries = query.data && events.data ? inOrder(query.data.data, events.data.data) : [];
  return (
    <Card title={t("timeline")} description={t("timelineHelp")} flush>
      {query.isPending || events.isPending ? <Skeleton className="m-5 h-24" /> : null}
      {query.isError ? <ErrorState onRetry={() => void query.refetch()} /> : null}
      {events.isError ? <ErrorState onRetry={() => void events.refetch()} /> : null}
      {query.data && events.data && entries.length === 0 ? (
        <EmptyState
          icon={<Bell aria-hidden />}
          title={t("timelineEmpty")}
          description={t("timelineEmptyHelp")}
        />
      ) : null}
      <ol className="divide-y">
        {entries.map(({ entry, event }) =>
          entry ? (
            <TimelineRow key={entry.runId} workspace={workspace} entry={entry} />
          ) : (
            <TimelineEvent key={event.id} workspace={workspace} event={event} />
          ),
        )}
      </ol>
    </Card>
  );
}

type Entry = { at: Date } & (
  | { entry: TimelineEntry; event?: undefined }
  | { entry?: undefined; event: TrackedEvent }
);

/** The latest first; where one of the two lists was cut, the other goes no further back. */
function inOrder(sends: TimelineEntry[], events: TrackedEvent[]): Entry[] {
  const all: Entry[] = [
    ...sends.map((entry) => ({ at: entry.createdAt, entry })),
    ...events.map((event) => ({ at: event.occurredAt, event })),
  ];
  return all.sort((left, right) => right.at.getTime() - left.at.getTime()).slice(0, timelineMax);
}

function TimelineRow({ workspace, entry }: { workspace: string; entry: TimelineEntry }) {
  const t = useTranslations("contacts");
  const tNotifications = useTranslations("notifications");
  const codeWords = useCodeWords();
  const href = notificationHref(workspace, entry.notification);
  return (
    <li className="flex flex-col gap-1.5 px-5 py-3 text-sm">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <ChannelIcon channel={entry.channel} />
        <Link href={href} className="min-w-0 truncate font-medium underline-offset-4 hover:underline">
          {entry.campaignName ?? t("singleSend")}
        </Link>
        <span className="ml-auto text-muted-foreground text-xs">
          <DateTime value={entry.createdAt} />
        </span>
      </div>
      {entry.skipReason ? (
        <div className="flex items-center gap-2">
          <StatusPill status="stopped">{t("heldBack")}</StatusPill>
          <span className="text-muted-foreground text-xs">
            {tNotifications(`skipReasons.${entry.skipReason}`)}
          </span>
        </div>
      ) : null}
      {entry.deliveries.map((delivery) => (
        <div
          key={`${delivery.channel}-${delivery.sentAt.toISOString()}`}
          className="flex flex-wrap items-center gap-2"
        >
          <StatusPill status={toneOf(delivery.status)}>
            {tNotifications(`deliveryStatuses.${delivery.status}`)}
          </StatusPill>
          {delivery.code ? (
            <span className="text-muted-foreground text-xs">{codeWords(delivery.code)}</span>
          ) : null}
          {delivery.detail ? <span className="text-muted-foreground text-xs">{delivery.detail}</span> : null}
        </div>
      ))}
      {!entry.skipReason && entry.deliveries.length === 0 ? (
        <div>
          <NotificationPill status={entry.status} />
        </div>
      ) : null}
    </li>
  );
}

function toneOf(status: string): StatusTone {
  if (status === "sent" || status === "delivered" || status === "accepted") return "done";
  if (status === "unknown") return "paused";
  return status === "failed" ? "failed" : "idle";
}
