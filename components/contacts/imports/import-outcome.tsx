"use client";

import { useQuery } from "@tanstack/react-query";
import { jobOptions } from "@/components/jobs/api";
import { useLive } from "@/lib/browser/realtime/use-live";
import { ImportActions } from "./import-actions";
import { ImportFindings } from "./import-findings";

/** What an import found in its file, and what can be done about it: the same in the wizard and on the job's page. */
export function ImportOutcome({ workspace, jobId }: { workspace: string; jobId: string }) {
  const { data: job } = useQuery(useLive(jobOptions(workspace, jobId)));
  if (!job) return null;
  return (
    <>
      <ImportFindings workspace={workspace} job={job} />
      <ImportActions workspace={workspace} job={job} />
    </>
  );
}
