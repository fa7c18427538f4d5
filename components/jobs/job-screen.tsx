"use client";

import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { hrefOf } from "@/components/layout/navigation";
import { PageHeader } from "@/components/layout/page-header";
import { useMay, useShell } from "@/components/layout/shell-context";
import { buttonVariants } from "@/components/ui/actions/button-variants";
import { Card } from "@/components/ui/display/card";
import { DateTime } from "@/components/ui/display/date-time";
import { DescriptionList } from "@/components/ui/display/description-list";
import { Callout } from "@/components/ui/feedback/callout";
import { useLive } from "@/lib/browser/realtime/use-live";
import { permissionOfJob } from "@/lib/domain/jobs/job";
import { type Job, jobOptions } from "./api";
import { JobProgress } from "./job-progress";
import { useErrorFile, useJobFailure, useJobTitle } from "./job-words";

export type JobScreenProps = {
  job: Job;
  /** What only its kind has to tell. */
  children?: ReactNode;
};

export function JobScreen({ job: initial, children }: JobScreenProps) {
  const t = useTranslations("jobs");
  const { slug } = useShell().workspace;
  const titleOf = useJobTitle();
  const failureOf = useJobFailure();
  const { data: job } = useQuery({ ...useLive(jobOptions(slug, initial.id)), initialData: initial });
  const mayStop = useMay(permissionOfJob[job.kind]);
  return (
    <>
      <PageHeader title={titleOf(job)} crumbs={[{ label: t("title"), href: hrefOf(slug, "jobs") }]} />
      <div className="flex max-w-5xl flex-col gap-5">
        <Card>
          <JobProgress workspace={slug} job={job} mayStop={mayStop} />
        </Card>
        {job.status === "failed" ? <Callout tone="danger" title={failureOf(job)} /> : null}
        {children}
        {mayStop ? <JobFiles job={job} /> : null}
        <Card title={t("details")}>
          <DescriptionList items={useDetails(job)} />
        </Card>
      </div>
    </>
  );
}

function JobFiles({ job }: { job: Job }) {
  const t = useTranslations("jobs");
  const errorFile = useErrorFile()(job);
  if (!job.resultUrl && !errorFile) return null;
  return (
    <div className="flex flex-wrap items-center gap-3">
      {job.resultUrl ? (
        <a href={job.resultUrl} download className={buttonVariants({ variant: "primary" })}>
          {t("download")}
        </a>
      ) : null}
      {errorFile ? (
        <a href={errorFile} download className={buttonVariants({ variant: "secondary" })}>
          {t("errorFile")}
        </a>
      ) : null}
      {job.expiresAt ? (
        <p className="text-muted-foreground text-sm">
          {t("keptUntil")} <DateTime value={job.expiresAt} display="dateTime" />
        </p>
      ) : null}
    </div>
  );
}

function useDetails(job: Job) {
  const t = useTranslations("jobs");
  const format = useFormatter();
  const counts = Object.entries(job.result ?? {}).flatMap(([name, value]) =>
    typeof value === "number" ? [{ key: name, term: t(`counts.${name}`), detail: format.number(value) }] : [],
  );
  return [
    ...counts,
    { term: t("createdBy"), detail: job.createdBy },
    { term: t("createdAt"), detail: <DateTime value={job.createdAt} display="dateTime" /> },
    {
      term: t("startedAt"),
      detail: job.startedAt ? <DateTime value={job.startedAt} display="dateTime" /> : "–",
    },
    { term: t("endedAt"), detail: job.endedAt ? <DateTime value={job.endedAt} display="dateTime" /> : "–" },
  ];
}
