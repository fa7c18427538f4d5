"use client";

import { useQuery } from "@tanstack/react-query";
import { RefreshCw } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useShell } from "@/components/layout/shell-context";
import { Button } from "@/components/ui/actions/button";
import { Card } from "@/components/ui/display/card";
import { DateTime } from "@/components/ui/display/date-time";
import { StatusPill } from "@/components/ui/display/status-pill";
import { Callout } from "@/components/ui/feedback/callout";
import { ErrorState } from "@/components/ui/feedback/error-state";
import { Skeleton } from "@/components/ui/feedback/skeleton";
import { type Invariants, invariantsOptions } from "../api";
import { InvariantRow } from "./invariant-row";

/** Whether the ledger agrees with all that is counted beside it: now, and by night. */
export function MonitorTab() {
  const t = useTranslations("redemptions.monitor");
  const { workspace } = useShell();
  const query = useQuery(invariantsOptions(workspace.slug));
  if (query.isPending) return <Skeleton className="h-96" />;
  if (query.isError) return <ErrorState onRetry={() => void query.refetch()} />;
  const { off, checkedAt, checks, misses, nightly } = query.data;
  return (
    <div className="grid items-start gap-4 lg:grid-cols-3">
      <Card
        className="lg:col-span-2"
        flush
        title={t("title")}
        description={t("checked", { count: checks.length })}
        actions={
          <>
            <StatusPill status={off === 0 ? "done" : "failed"}>
              {off === 0 ? t("agrees") : t("off", { count: off })}
            </StatusPill>
            <Button icon={<RefreshCw />} loading={query.isFetching} onClick={() => void query.refetch()}>
              {t("again")}
            </Button>
          </>
        }
        footer={
          <span className="text-muted-foreground text-sm">
            {t.rich("checkedAt", { at: () => <DateTime key="at" value={checkedAt} /> })}
          </span>
        }
      >
        <ul className="divide-y border-t">
          {checks.map((check) => (
            <InvariantRow key={check.invariant} check={check} />
          ))}
        </ul>
      </Card>
      <div className="flex min-w-0 flex-col gap-4">
        <Card title={t("nightly")} description={t("nightlyHelp")}>
          {nightly ? (
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
              <StatusPill status={nightly.off === 0 ? "done" : "failed"}>
                {nightly.off === 0 ? t("agrees") : t("off", { count: nightly.off })}
              </StatusPill>
              <DateTime value={nightly.checkedAt} />
            </div>
          ) : (
            <p className="text-muted-foreground text-sm">{t("noNight")}</p>
          )}
        </Card>
        <Misses misses={misses} />
      </div>
    </div>
  );
}

function Misses({ misses }: { misses: Invariants["misses"] }) {
  const t = useTranslations("redemptions.monitor");
  const format = useFormatter();
  const { missed, attempts, usualPerDay, honeytokens, isUnusual } = misses;
  const figures = [
    [t("missed"), format.number(missed)],
    [t("attempts"), format.number(attempts)],
    [t("missRate"), attempts > 0 ? format.number(missed / attempts, "percent") : "–"],
    [t("usual"), format.number(usualPerDay, { maximumFractionDigits: 1 })],
    [t("honeytokens"), format.number(honeytokens)],
  ];
  return (
    <Card title={t("guessing")} description={t("guessingHelp")}>
      {isUnusual ? (
        <Callout tone="danger" className="mb-3" title={t("unusual")}>
          {t("unusualHelp")}
        </Callout>
      ) : null}
      <dl className="flex flex-col gap-2 text-sm">
        {figures.map(([term, figure]) => (
          <div key={term} className="flex justify-between gap-4">
            <dt className="text-muted-foreground">{term}</dt>
            <dd className="font-medium tabular-nums">{figure}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
