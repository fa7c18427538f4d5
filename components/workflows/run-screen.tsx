"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/layout/page-header";
import { useShell } from "@/components/layout/shell-context";
import { CopyButton } from "@/components/ui/actions/copy-button";
import { Card } from "@/components/ui/display/card";
import { DateTime } from "@/components/ui/display/date-time";
import { type Description, DescriptionList } from "@/components/ui/display/description-list";
import { StatusPill } from "@/components/ui/display/status-pill";
import { toWireId } from "@/lib/contracts/wire/ids";
import { type WorkflowRunDetail, workflowRunOptions } from "./api";
import { PayloadBlock } from "./payload-block";
import { RunActs } from "./run-acts";
import { RunErrorBlock } from "./run-error-block";
import { RunSubject } from "./run-subject";
import { RunTimeline } from "./timeline/run-timeline";
import { workflowRunHref, workflowRunsHref, workflowsHref } from "./workflow-href";
import { toneOfRun, useSpan, useWorkflowName } from "./workflow-words";

export function RunScreen({ run: initial }: { run: WorkflowRunDetail }) {
  const t = useTranslations("workflows");
  const { slug } = useShell().workspace;
  const nameOf = useWorkflowName();
  const { data: run } = useQuery({ ...workflowRunOptions(slug, initial.id), initialData: initial });
  return (
    <>
      <PageHeader
        title={nameOf(run.functionId)}
        crumbs={[
          { label: t("title"), href: workflowsHref(slug) },
          { label: t("runsTitle"), href: workflowRunsHref(slug, { function: run.functionId }) },
        ]}
        badge={<StatusPill status={toneOfRun[run.status]}>{t(`statuses.${run.status}`)}</StatusPill>}
        actions={<RunActs workspace={slug} run={run} />}
      />
      <div className="flex flex-col gap-5">
        <Card>
          <DescriptionList layout="grid" items={useFacts(run, slug)} />
        </Card>
        {run.error ? <RunErrorBlock error={run.error} /> : null}
        <RunTimeline run={run} />
        <div className="grid items-start gap-5 lg:grid-cols-2">
          <PayloadBlock title={t("input")} payload={run.input} />
          {run.output ? <PayloadBlock title={t("output")} payload={run.output} /> : null}
        </div>
      </div>
    </>
  );
}

function useFacts(run: WorkflowRunDetail, workspace: string): Description[] {
  const t = useTranslations("workflows");
  const spanOf = useSpan();
  const moment = (value: Date | null) => (value ? <DateTime value={value} display="dateTime" /> : "–");
  return [
    { term: t("columns.subject"), detail: <RunSubject workspace={workspace} run={run} /> },
    { term: t("columns.createdAt"), detail: moment(run.createdAt) },
    { term: t("began"), detail: moment(run.startedAt) },
    { term: t("ended"), detail: moment(run.endedAt) },
    { term: t("columns.took"), detail: run.tookMillis === null ? "–" : spanOf(run.tookMillis) },
    { term: t("columns.event"), detail: <Code text={run.eventName} /> },
    ...(run.deadline ? [{ term: t("deadline"), detail: moment(run.deadline) }] : []),
    ...run.cancelledBy.map(({ eventName, match }) => ({
      key: eventName,
      term: t("cancelledBy"),
      detail: <Code text={match ? `${eventName} (${match})` : eventName} />,
    })),
    ...(run.replayOf
      ? [
          {
            term: t("replayOf"),
            detail: (
              <Link
                href={workflowRunHref(workspace, run.replayOf)}
                className="font-medium underline-offset-4 hover:underline"
              >
                {t("firstRun")}
              </Link>
            ),
          },
        ]
      : []),
    { term: t("columns.id"), detail: <Code text={toWireId("workflowRun", run.id)} isCopied /> },
  ];
}

function Code({ text, isCopied }: { text: string; isCopied?: boolean }) {
  return (
    <span className="flex min-w-0 items-center gap-1">
      <code className="min-w-0 break-all font-mono text-xs">{text}</code>
      {isCopied ? <CopyButton value={text} /> : null}
    </span>
  );
}
