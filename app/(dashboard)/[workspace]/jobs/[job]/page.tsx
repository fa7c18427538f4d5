import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { ImportOutcome } from "@/components/contacts/imports/import-outcome";
import { JobScreen } from "@/components/jobs/job-screen";
import { kindWordOf, titleOfJob } from "@/components/jobs/job-words";
import { job as jobSchema, withFileUrls } from "@/lib/contracts/jobs";
import { asSeen } from "@/lib/contracts/wire/as-seen";
import { wireId } from "@/lib/contracts/wire/ids";
import { getJob } from "@/lib/domain/jobs/get-job";
import { foundOrNotFound } from "@/lib/platform/context/found-or-not-found";
import { requireWorkspace } from "@/lib/platform/context/page-context";

type Props = { params: Promise<{ workspace: string; job: string }> };

const readJob = cache(async (slug: string, id: string) => {
  const { ctx } = await requireWorkspace(slug);
  return foundOrNotFound(wireId("job"), id, (jobId) => getJob(ctx, { jobId }));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, job } = await params;
  const found = await readJob(workspace, job);
  return { title: titleOfJob((await getTranslations("jobs"))(kindWordOf(found)), found) };
}

export default async function JobPage({ params }: Props) {
  const { workspace, job } = await params;
  const found = await readJob(workspace, job);
  return (
    <JobScreen job={asSeen(jobSchema, withFileUrls(found))}>
      {found.kind === "contact_import" ? <ImportOutcome workspace={workspace} jobId={found.id} /> : null}
    </JobScreen>
  );
}
