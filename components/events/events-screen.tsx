"use client";

import { useQuery } from "@tanstack/react-query";
import { Activity } from "lucide-react";
import { useTranslations } from "next-intl";
import { parseAsString, useQueryState } from "nuqs";
import { periods, sinceOf } from "@/components/audit/period";
import { PageHeader } from "@/components/layout/page-header";
import { useShell } from "@/components/layout/shell-context";
import { Button } from "@/components/ui/actions/button";
import { DataTable } from "@/components/ui/data-table/data-table";
import { useTableState } from "@/components/ui/data-table/use-table-state";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { useLive } from "@/lib/browser/realtime/use-live";
import { toWireId, wireId } from "@/lib/contracts/wire/ids";
import { eventNamesOptions, eventsOptions } from "./api";
import { EventSheet } from "./event-sheet";
import { useEventColumns } from "./use-event-columns";
import { useEventName } from "./use-event-name";

const signalPauseMillis = 3_000;

/** Everything that happened, as it happens; a link of a contact narrows it to them. */
export function EventsScreen() {
  const t = useTranslations("events");
  const { slug } = useShell().workspace;
  const nameOf = useEventName();
  const columns = useEventColumns();
  const [openId, setOpenId] = useQueryState("event", parseAsString.withOptions({ history: "push" }));
  const state = useTableState({ filters: { name: null, period: periods, contact: null } });
  const { name, period, contact } = state.filters;
  const contactId = wireId("contact").safeParse(contact?.[0]).data;
  const since = sinceOf(period?.[0]);
  const names = useQuery(eventNamesOptions(slug));
  const options = eventsOptions(slug, {
    limit: state.pageSize,
    ...(state.query.after ? { after: state.query.after } : {}),
    ...(name ? { name } : {}),
    ...(contactId ? { contactId } : {}),
    ...(since ? { since } : {}),
  });
  const query = useQuery(useLive(options, signalPauseMillis));
  const open = query.data?.data.find(({ id }) => toWireId("event", id) === openId);
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      {contactId ? (
        <Button className="mb-3 self-start" onClick={() => state.setFilter("contact", [])}>
          {t("everybody")}
        </Button>
      ) : null}
      <DataTable
        tableId="events"
        label={t("title")}
        columns={columns}
        query={query}
        state={state}
        rowId={({ id }) => toWireId("event", id)}
        rowName={(event) => nameOf(event.name)}
        onRowOpen={({ id }) => void setOpenId(toWireId("event", id))}
        filters={[
          {
            id: "name",
            label: t("columns.name"),
            options: (names.data?.names ?? []).map((value) => ({ value, label: nameOf(value) })),
          },
          {
            id: "period",
            label: t("columns.occurredAt"),
            options: periods.map((value) => ({ value, label: t(`periods.${value}`) })),
          },
        ]}
        empty={
          <EmptyState
            icon={<Activity aria-hidden />}
            title={t("empty")}
            description={t("emptyDescription")}
          />
        }
      />
      <EventSheet workspace={slug} event={open} onClose={() => void setOpenId(null)} />
    </>
  );
}
