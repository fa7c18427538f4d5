import { notFound } from "next/navigation";
import { JobScreen } from "@/components/jobs/job-screen";
import { job as jobSchema, withFileUrls } from "@/lib/contracts/jobs";
import { asSeen } from "@/lib/contracts/wire/as-seen";
import { wireId } from "@/lib/contracts/wire/ids";
import { getJob } from "@/lib/domain/jobs/get-job";
import { requireWorkspace } from "@/lib/platform/context/page-context";
import { isAppError } from "@/lib/platform/errors";

type Props = { params: Promise<{ workspace: string; job: string }> };

export default async function JobPage({ params }: Props) {
  const { workspace, job } = await params;
  const { ctx } = await requireWorkspace(workspace);
  const id = wireId("job").safeDecode(job);
  if (!id.success) notFound();
  const found = await getJob(ctx, { jobId: id.data }).catch((error: unknown) => {
    if (isAppError(error) && error.code === "not_found") notFound();
    throw error;
  });
  return <JobScreen job={asSeen(jobSchema, withFileUrls(found))} />;
}
