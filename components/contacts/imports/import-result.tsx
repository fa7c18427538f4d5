"use client";

import { useQuery } from "@tanstack/react-query";
import { Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type Job, jobOptions } from "@/components/jobs/api";
import { JobProgress } from "@/components/jobs/job-progress";
import { useJobFailure } from "@/components/jobs/job-words";
import { hrefOf } from "@/components/layout/navigation";
import { useMay } from "@/components/layout/shell-context";
import { Button } from "@/components/ui/actions/button";
import { ButtonLink } from "@/components/ui/actions/button-link";
import { buttonVariants } from "@/components/ui/actions/button-variants";
import { Callout } from "@/components/ui/feedback/callout";
import { ErrorState } from "@/components/ui/feedback/error-state";
import { Skeleton } from "@/components/ui/feedback/skeleton";
import { ConfirmDialog } from "@/components/ui/overlays/confirm-dialog";
import { useLive } from "@/lib/browser/realtime/use-live";
import { hasEnded } from "@/lib/domain/jobs/job";
import { useContactActs } from "../api";
import { ImportCountTable, readCounts } from "./import-count-table";
import { ImportRepeats } from "./import-repeats";

/** Progress while it runs, and afterwards what became of every row. */
export function ImportResult({ workspace, jobId }: { workspace: string; jobId: string }) {
  const t = useTranslations("contacts.import");
  const failureOf = useJobFailure();
  const mayWrite = useMay("contacts.write");
  const query = useQuery(useLive(jobOptions(workspace, jobId)));
  const [undo, setUndo] = useState<Job>();
  const { data: job } = query;
  if (query.isError) return <ErrorState onRetry={() => void query.refetch()} />;
  if (!job) return <Skeleton className="h-40 w-full" />;
  const isOver = hasEnded(job.status);
  return (
    <div className="flex flex-col gap-5">
      <JobProgress workspace={workspace} job={job} mayStop={mayWrite} />
      {isOver ? null : <p className="text-muted-foreground text-sm">{t("leave")}</p>}
      {job.status === "failed" ? <Callout tone="danger" announce title={failureOf(job)} /> : null}
      <ImportCountTable counts={readCounts(job)} />
      <ImportRepeats job={job} />
      {undo ? <UndoProgress workspace={workspace} jobId={undo.id} /> : null}
      {isOver ? (
        <div className="flex flex-wrap gap-2">
          <ButtonLink variant="primary" href={hrefOf(workspace, "contacts")}>
            {t("showContacts")}
          </ButtonLink>
          {job.errorFileUrl ? (
            <a href={job.errorFileUrl} download className={buttonVariants({ variant: "secondary" })}>
              {t("errorFile")}
            </a>
          ) : null}
          {mayWrite && !undo ? <UndoButton workspace={workspace} job={job} onUndo={setUndo} /> : null}
        </div>
      ) : null}
    </div>
  );
}

type UndoProps = { workspace: string; job: Job; onUndo: (job: Job) => void };

function UndoButton({ workspace, job, onUndo }: UndoProps) {
  const t = useTranslations("contacts.import");
  const { undoImport } = useContactActs(workspace);
  const count = readCounts(job).created;
  if (count === 0) return null;
  return (
    <ConfirmDialog
      trigger={<Button icon={<Undo2 />}>{t("undo")}</Button>}
      title={t("undoTitle", { count })}
      description={t("undoDescription")}
      confirmLabel={t("undoConfirm", { count })}
      onConfirm={() => undoImport.mutateAsync(job.id).then(onUndo)}
    />
  );
}

function UndoProgress({ workspace, jobId }: { workspace: string; jobId: string }) {
  const { data: job } = useQuery(useLive(jobOptions(workspace, jobId)));
  return job ? <JobProgress workspace={workspace} job={job} mayStop /> : null;
}
