"use client";

import { useFormatter, useTranslations } from "next-intl";
import { WorkspaceZone } from "@/components/analytics/workspace-zone";
import type { ChartPoint } from "@/components/charts/chart-series";
import { StatCard } from "@/components/charts/stat-card";
import { TimeSeriesChart } from "@/components/charts/time-series-chart";
import { useShell } from "@/components/layout/shell-context";
import { Card } from "@/components/ui/display/card";
import { SmallTable } from "@/components/ui/display/small-table";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { ErrorState } from "@/components/ui/feedback/error-state";
import { toInstant, toWallTime } from "@/lib/domain/timing/zone-clock";
import type { Automation, AutomationFigures } from "../api";
import { automationHref } from "../automation-href";
import { useExitWords } from "../words/use-passage-words";
import { fillDays } from "./fill-days";

export type AutomationReportProps = {
  automation: Automation;
  figures: { data: AutomationFigures | undefined; isError: boolean; refetch: () => unknown };
  timeZone: string;
};

const courses = ["entered", "completed", "exited"] as const;

const colors = { entered: "var(--chart-1)", completed: "var(--success)", exited: "var(--chart-4)" } as const;

/** Who came in and went through over the last 30 days, and why the others left. */
export function AutomationReport({ automation, figures, timeZone }: AutomationReportProps) {
  const t = useTranslations("automations.report");
  const format = useFormatter();
  const { slug } = useShell().workspace;
  const { data, isError, refetch } = figures;
  if (isError && !data) return <ErrorState onRetry={() => void refetch()} />;
  const { inside, entered, completed, exited } = automation;
  const days = data ? fillDays(data.days, toWallTime(new Date(), timeZone).date) : [];
  const isEmpty = days.every((day) => courses.every((course) => day[course] === 0));
  const share = (part: number) =>
    entered > 0 ? t("ofEntered", { share: format.number(part / entered, "percent") }) : undefined;
  return (
    <div className="flex flex-col gap-5">
      <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
        <StatCard
          label={t("inside")}
          value={format.number(inside, "integer")}
          href={`${automationHref(slug, automation.id, "people")}&status=active`}
        />
        <StatCard label={t("entered")} value={format.number(entered, "integer")} />
        <StatCard
          label={t("completed")}
          value={format.number(completed, "integer")}
          detail={share(completed)}
        />
        <StatCard label={t("exited")} value={format.number(exited, "integer")} detail={share(exited)} />
      </div>
      <WorkspaceZone timeZone={timeZone}>
        <TimeSeriesChart
          title={t("chart")}
          description={t("days", { timeZone })}
          loading={data === undefined}
          points={isEmpty ? [] : days.map((day): ChartPoint => pointOf(day, timeZone))}
          series={courses.map((key) => ({ key, label: t(key), color: colors[key] }))}
          shape="line"
          emptyState={<EmptyState className="py-4" title={t("empty")} description={t("emptyHelp")} />}
        />
      </WorkspaceZone>
      <Exits exits={data?.exits ?? []} />
    </div>
  );
}

/** A day begins at the workspace's midnight; noon is the same day on every clock change. */
function pointOf({ day, ...values }: AutomationFigures["days"][number], timeZone: string): ChartPoint {
  const noon = toInstant({ date: day, time: "12:00" }, timeZone);
  return { label: (noon ?? new Date(day)).toISOString(), values };
}

function Exits({ exits }: Pick<AutomationFigures, "exits">) {
  const t = useTranslations("automations.report");
  const format = useFormatter();
  const exitWords = useExitWords();
  const rows = exits.filter(({ people }) => people > 0).sort((left, right) => right.people - left.people);
  return (
    <Card title={t("exits")} description={t("exitsHelp")} flush>
      {rows.length === 0 ? (
        <p className="px-4 pb-4 text-muted-foreground text-sm">{t("noExits")}</p>
      ) : (
        <SmallTable
          caption={t("exits")}
          rows={rows}
          keyOf={({ reason }) => reason}
          columns={[
            { header: t("reason"), cell: ({ reason }) => exitWords(reason) },
            {
              header: t("people"),
              align: "right",
              className: "w-28",
              cell: ({ people }) => format.number(people, "integer"),
            },
          ]}
        />
      )}
    </Card>
  );
}
