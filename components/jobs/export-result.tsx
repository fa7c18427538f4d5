"use client";

import { useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { buttonVariants } from "@/components/ui/actions/button-variants";
import { useLive } from "@/lib/browser/realtime/use-live";
import { jobOptions } from "./api";
import { JobProgress } from "./job-progress";

type Props = { workspace: string; jobId: string; download: string; leave: string };

/** How an export does, and its file once there is one. */
export function ExportResult({ workspace, jobId, download, leave }: Props) {
  const { data: job } = useQuery(useLive(jobOptions(workspace, jobId)));
  if (!job) return null;
  return (
    <div className="flex flex-col gap-4">
      <JobProgress workspace={workspace} job={job} mayStop />
      {job.resultUrl ? (
        <a href={job.resultUrl} download className={buttonVariants({ variant: "primary", size: "lg" })}>
          <Download aria-hidden />
          {download}
        </a>
      ) : (
        <p className="text-muted-foreground text-sm">{leave}</p>
      )}
    </div>
  );
}
