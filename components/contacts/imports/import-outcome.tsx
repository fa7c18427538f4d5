"use client";

import { useQuery } from "@tanstack/react-query";
import { type Job, jobOptions } from "@/components/jobs/api";
import { useLive } from "@/lib/browser/realtime/use-live";
import { ImportActions } from "./import-actions";
import { ImportFindings } from "./import-findings";
import { ImportUndone } from "./undo/import-undone";
import { useUndo } from "./undo/use-undo";

/** What an import found in its file, and what can be done about it: the same in the wizard and on the job's page. */
export function ImportOutcome({ workspace, jobId }: { workspace: string; jobId: string }) {
  const { data: job } = useQuery(useLive(jobOptions(workspace, jobId)));
  return job ? <Outcome workspace={workspace} job={job} /> : null;
}

function Outcome({ workspace, job }: { workspace: string; job: Job }) {
  const undo = useUndo(workspace, job);
  if (undo?.state === "done") return <ImportUndone workspace={workspace} undo={undo} />;
  return (
    <>
      <ImportFindings workspace={workspace} job={job} />
      <ImportActions workspace={workspace} job={job} />
    </>
  );
}
