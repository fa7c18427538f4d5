"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { PageHeader } from "@/components/layout/page-header";
import { useMay, useShell } from "@/components/layout/shell-context";
import { DataTable } from "@/components/ui/data-table/data-table";
import type { TableFilter } from "@/components/ui/data-table/table-filters";
import { useTableState } from "@/components/ui/data-table/use-table-state";
import { useLive } from "@/lib/browser/realtime/use-live";
import { automationStatuses } from "@/lib/domain/automations/automation";
import { triggerKinds } from "@/lib/domain/automations/definition";
import { automationsOptions } from "../api";
import { type AskedAct, AutomationConfirm } from "../automation-confirm";
import { automationHref } from "../automation-href";
import { AutomationMenuItems } from "./automation-menu-items";
import { AutomationStarters } from "./automation-starters";
import { NewAutomationMenu } from "./new-automation-menu";
import { useAutomationColumns } from "./use-automation-columns";

const filterWords = { status: automationStatuses, triggerKind: triggerKinds } as const;

/** Figures of what runs all day need not move every second here. */
const refreshPauseMillis = 3_000;

export function AutomationsScreen() {
  const t = useTranslations("automations");
  const { slug } = useShell().workspace;
  const mayWrite = useMay("automations.write");
  const state = useTableState({ filters: filterWords, defaultSort: "-created_at" });
  const query = useQuery(useLive(automationsOptions(slug, state.query), refreshPauseMillis));
  const [asked, setAsked] = useState<AskedAct | null>(null);
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={mayWrite ? <NewAutomationMenu /> : null}
      />
      <DataTable
        tableId="automations"
        label={t("title")}
        columns={useAutomationColumns()}
        query={query}
        state={state}
        rowId={({ id }) => id}
        rowName={({ name }) => name}
        rowHref={({ id }) => automationHref(slug, id)}
        rowMenu={(automation) => <AutomationMenuItems automation={automation} onAsk={setAsked} />}
        searchPlaceholder={t("searchPlaceholder")}
        filters={useFilters()}
        empty={<AutomationStarters />}
      />
      <AutomationConfirm workspace={slug} asked={asked} onClose={() => setAsked(null)} />
    </>
  );
}

function useFilters(): TableFilter[] {
  const t = useTranslations("automations");
  return [
    {
      id: "status",
      label: t("columns.status"),
      options: automationStatuses.map((value) => ({ value, label: t(`statuses.${value}`) })),
    },
    {
      id: "triggerKind",
      label: t("columns.trigger"),
      options: triggerKinds.map((value) => ({ value, label: t(`triggerKinds.${value}`) })),
    },
  ];
}
