"use client";

import { useQuery } from "@tanstack/react-query";
import { UsersRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { useShell } from "@/components/layout/shell-context";
import { DataTable } from "@/components/ui/data-table/data-table";
import type { TableFilter } from "@/components/ui/data-table/table-filters";
import { useTableState } from "@/components/ui/data-table/use-table-state";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { useLive } from "@/lib/browser/realtime/use-live";
import { toWireId, wireId } from "@/lib/contracts/wire/ids";
import { enrolmentStatuses, exitReasons } from "@/lib/domain/automations/automation";
import { type Automation, enrolmentsOptions } from "../api";
import { enrolmentHref } from "../automation-href";
import { knownSteps, useStepName } from "../words/use-step-name";
import { useEnrolmentColumns, useEnrolmentName } from "./use-enrolment-columns";

const filterWords = { status: enrolmentStatuses, exitReason: exitReasons, step: null } as const;

const refreshPauseMillis = 2_000;

/** Who came in, where they are, and why they left. */
export function EnrolmentsTable({ automation }: { automation: Automation }) {
  const t = useTranslations("automations.people");
  const { slug } = useShell().workspace;
  const nameOf = useEnrolmentName();
  const steps = knownSteps(automation);
  const state = useTableState({ filters: filterWords });
  const { status, exitReason, step } = state.filters;
  const stepId = wireId("step").safeParse(step?.[0]).data;
  const options = enrolmentsOptions(slug, automation.id, {
    limit: state.pageSize,
    ...(state.query.after ? { after: state.query.after } : {}),
    ...(state.search ? { q: state.search } : {}),
    ...(status ? { status } : {}),
    ...(exitReason ? { exitReason } : {}),
    ...(stepId ? { stepId } : {}),
  });
  const query = useQuery(useLive(options, refreshPauseMillis));
  return (
    <DataTable
      tableId="enrolments"
      label={t("label")}
      columns={useEnrolmentColumns(steps)}
      query={query}
      state={{
        ...state,
        // Somebody waits at one step at a time, and one is asked for at a time: the last that was chosen.
        setFilter: (id, values) => state.setFilter(id, id === "step" ? values.slice(-1) : values),
      }}
      rowId={({ id }) => id}
      rowName={nameOf}
      rowHref={(enrolment) => enrolmentHref(slug, enrolment)}
      searchPlaceholder={t("search")}
      filters={useFilters(automation)}
      empty={
        <EmptyState
          icon={<UsersRound aria-hidden />}
          title={t("empty")}
          description={t(automation.status === "draft" ? "emptyDraft" : "emptyLive")}
        />
      }
    />
  );
}

function useFilters(automation: Automation): TableFilter[] {
  const t = useTranslations("automations");
  const stepName = useStepName();
  const steps = knownSteps(automation);
  return [
    {
      id: "status",
      label: t("people.columns.status"),
      options: enrolmentStatuses.map((value) => ({ value, label: t(`enrolmentStatuses.${value}`) })),
    },
    {
      id: "step",
      label: t("people.waitingAt"),
      options: steps
        .filter(({ kind }) => kind !== "condition")
        .map(({ id }) => ({ value: toWireId("step", id), label: stepName(steps, id) })),
    },
    {
      id: "exitReason",
      label: t("people.columns.reason"),
      options: exitReasons.map((value) => ({ value, label: t(`exitReasons.${value}`) })),
    },
  ];
}
