import Link from "next/link";
import { useTranslations } from "next-intl";
import { campaignPageHref } from "@/components/campaigns/campaign-href";
import { contactHref } from "@/components/contacts/contact-href";
import { jobHref } from "@/components/jobs/job-href";
import { useJobTitle } from "@/components/jobs/job-words";
import type { WorkflowRun } from "./api";

export type RunSubjectProps = {
  workspace: string;
  run: Pick<WorkflowRun, "campaign" | "job" | "contact">;
};

/** The campaign, job or contact that a run is about, as a link to it. */
export function RunSubject({ workspace, run: { campaign, job, contact } }: RunSubjectProps) {
  const t = useTranslations("workflows");
  const titleOf = useJobTitle();
  if (campaign) return <Subject href={campaignPageHref(workspace, campaign.id)} name={campaign.name} />;
  if (job) return <Subject href={jobHref(workspace, job.id)} name={titleOf(job)} />;
  if (contact)
    return <Subject href={contactHref(workspace, contact.id)} name={contact.name || t("unnamedContact")} />;
  return <>–</>;
}

function Subject({ href, name }: { href: string; name: string }) {
  return (
    <Link href={href} className="relative font-medium underline-offset-4 hover:underline">
      {name}
    </Link>
  );
}
