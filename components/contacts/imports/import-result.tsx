"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type Job, jobOptions } from "@/components/jobs/api";
import { JobProgress } from "@/components/jobs/job-progress";
import { useErrorFile, useJobFailure } from "@/components/jobs/job-words";
import { useMay } from "@/components/layout/shell-context";
import { buttonVariants } from "@/components/ui/actions/button-variants";
import { Callout } from "@/components/ui/feedback/callout";
import { ErrorState } from "@/components/ui/feedback/error-state";
import { Skeleton } from "@/components/ui/feedback/skeleton";
import { useLive } from "@/lib/browser/realtime/use-live";
import { hasEnded } from "@/lib/domain/jobs/job";
import { ImportActions } from "./import-actions";
import { ImportCountTable, readCounts } from "./import-count-table";
import { ImportFindings } from "./import-findings";
import { ImportUndone } from "./undo/import-undone";
import { useUndo } from "./undo/use-undo";

/** Progress while it runs, and afterwards what became of every row. */
export function ImportResult({ workspace, jobId }: { workspace: string; jobId: string }) {
  const query = useQuery(useLive(jobOptions(workspace, jobId)));
  const { data: job } = query;
  if (query.isError) return <ErrorState onRetry={() => void query.refetch()} />;
  if (!job) return <Skeleton className="h-40 w-full" />;
  return <Result workspace={workspace} job={job} />;
}

function Result({ workspace, job }: { workspace: string; job: Job }) {
  const t = useTranslations("contacts.import");
  const failureOf = useJobFailure();
  const errorFileOf = useErrorFile();
  const mayWrite = useMay("contacts.write");
  const undo = useUndo(workspace, job);
  const isOver = hasEnded(job.status);
  const errorFile = errorFileOf(job);
  if (undo?.state === "done") return <ImportUndone workspace={workspace} undo={undo} />;
  return (
    <div className="flex flex-col gap-5">
      <JobProgress workspace={workspace} job={job} mayStop={mayWrite} />
      {isOver ? null : <p className="text-muted-foreground text-sm">{t("leave")}</p>}
      {job.status === "failed" ? <Callout tone="danger" announce title={failureOf(job)} /> : null}
      <ImportCountTable counts={readCounts(job)} />
      <ImportFindings workspace={workspace} job={job} />
      <ImportActions workspace={workspace} job={job}>
        {errorFile ? (
          <a href={errorFile} download className={buttonVariants({ variant: "secondary" })}>
            {t("errorFile")}
          </a>
        ) : null}
      </ImportActions>
    </div>
  );
}
