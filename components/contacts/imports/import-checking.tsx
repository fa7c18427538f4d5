"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type Job, jobOptions } from "@/components/jobs/api";
import { JobProgress } from "@/components/jobs/job-progress";
import { useErrorFile, useJobFailure } from "@/components/jobs/job-words";
import { uploadFile } from "@/components/jobs/upload-file";
import { Button } from "@/components/ui/actions/button";
import { buttonVariants } from "@/components/ui/actions/button-variants";
import { Callout } from "@/components/ui/feedback/callout";
import { ErrorState } from "@/components/ui/feedback/error-state";
import { Skeleton } from "@/components/ui/feedback/skeleton";
import { detailOf } from "@/lib/browser/field-errors";
import { useLive } from "@/lib/browser/realtime/use-live";
import { importContactsContract } from "@/lib/contracts/contacts/contact-imports";
import type { ImportOutcome } from "@/lib/domain/contacts/imports/import-options";
import { ImportCountTable, readCounts } from "./import-count-table";
import { ImportFindings } from "./import-findings";

export type ImportCheckingProps = {
  workspace: string;
  jobId: string;
  onBack: () => void;
  onStarted: (job: Job) => void;
};

/** The dry run: what the import would do, before it does it. */
export function ImportChecking({ workspace, jobId, onBack, onStarted }: ImportCheckingProps) {
  const t = useTranslations("contacts.import");
  const failureOf = useJobFailure();
  const errorFileOf = useErrorFile();
  const query = useQuery(useLive(jobOptions(workspace, jobId)));
  const start = useMutation({
    mutationFn: () =>
      uploadFile(importContactsContract, { workspace, query: { fromJob: jobId, dryRun: false } }),
    onSuccess: onStarted,
  });
  const { data: job } = query;
  if (query.isError) return <ErrorState onRetry={() => void query.refetch()} />;
  if (!job) return <Skeleton className="h-40 w-full" />;
  const counts = readCounts(job);
  const errorFile = errorFileOf(job);
  const { flaw } = (job.result ?? {}) as Partial<ImportOutcome>;
  const useful = counts.created + counts.updated;
  return (
    <div className="flex flex-col gap-5">
      {job.status === "completed" ? (
        <>
          <h2 className="font-semibold text-lg">{t("checkTitle")}</h2>
          <ImportCountTable counts={counts} />
          <ImportFindings workspace={workspace} job={job} />
          {useful === 0 ? <Callout tone="warning" title={t("nothingToDo")} /> : null}
        </>
      ) : (
        <JobProgress workspace={workspace} job={job} mayStop />
      )}
      {job.status === "failed" ? <Callout tone="danger" announce title={failureOf(job)} /> : null}
      {start.isError ? (
        <Callout tone="danger" announce title={detailOf(start.error) || t("uploadFailed")} />
      ) : null}
      <div className="flex flex-wrap items-start justify-between gap-2">
        <Button onClick={onBack}>{t("back")}</Button>
        <span className="flex flex-wrap justify-end gap-2">
          {errorFile ? (
            <a href={errorFile} download className={buttonVariants({ variant: "secondary" })}>
              {t("errorFile")}
            </a>
          ) : null}
          {job.status === "completed" ? (
            <Button variant="primary" loading={start.isPending} onClick={() => start.mutate()}>
              {flaw ? t("startBefore", { count: useful, line: flaw.line }) : t("start", { count: useful })}
            </Button>
          ) : null}
        </span>
      </div>
    </div>
  );
}
