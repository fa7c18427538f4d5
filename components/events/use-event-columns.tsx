"use client";

import { useTranslations } from "next-intl";
import { useContactName } from "@/components/notifications/use-contact-name";
import type { TableColumn } from "@/components/ui/data-table/table-column";
import { DateTime } from "@/components/ui/display/date-time";
import { toWireId } from "@/lib/contracts/wire/ids";
import type { TrackedEvent } from "./api";
import { useEventName } from "./use-event-name";

const summaryProperties = 3;

export function useEventColumns(): TableColumn<TrackedEvent>[] {
  const t = useTranslations("events");
  const nameOf = useEventName();
  const contactName = useContactName();
  return [
    { id: "name", header: t("columns.name"), primary: true, cell: ({ name }) => nameOf(name) },
    { id: "contact", header: t("columns.contact"), cell: contactName },
    {
      id: "properties",
      header: t("columns.properties"),
      cell: ({ properties }) => (
        <span className="block max-w-80 truncate text-muted-foreground text-xs">{summaryOf(properties)}</span>
      ),
    },
    { id: "source", header: t("columns.source"), cell: ({ source }) => t(`sources.${source}`) },
    {
      id: "campaign",
      header: t("columns.campaign"),
      cell: ({ campaign, automation }) => (campaign ?? automation)?.name ?? "–",
    },
    {
      id: "occurredAt",
      header: t("columns.occurredAt"),
      card: "aside",
      cell: ({ occurredAt }) => <DateTime value={occurredAt} />,
    },
    {
      id: "id",
      header: t("columns.id"),
      hidden: true,
      cell: ({ id }) => <span className="font-mono text-xs">{toWireId("event", id)}</span>,
    },
  ];
}

/** The first properties that are one value each. */
function summaryOf(properties: Record<string, unknown>): string {
  const plain = Object.entries(properties).filter(([, value]) => value !== null && typeof value !== "object");
  const shown = plain.slice(0, summaryProperties).map(([key, value]) => `${key}: ${String(value)}`);
  return shown.join(" · ") || "–";
}
