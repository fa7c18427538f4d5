import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { jobOptions } from "@/components/jobs/api";
import { useJobTitle } from "@/components/jobs/job-words";
import { useShell } from "@/components/layout/shell-context";
import { Button } from "@/components/ui/actions/button";

/** Says that only the people of one import are listed. */
export function ImportNotice({ jobId, onClear }: { jobId: string; onClear: () => void }) {
  const t = useTranslations("contacts.import");
  const titleOf = useJobTitle();
  const { slug } = useShell().workspace;
  const { data: job } = useQuery(jobOptions(slug, jobId));
  return (
    <div className="mb-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-lg border bg-card px-4 py-2 text-sm">
      <p className="min-w-0 break-words">{job ? t("filtered", { name: titleOf(job) }) : null}</p>
      <Button size="sm" onClick={onClear}>
        {t("filteredClear")}
      </Button>
    </div>
  );
}
