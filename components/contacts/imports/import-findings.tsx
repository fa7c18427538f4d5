import { useTranslations } from "next-intl";
import type { Job } from "@/components/jobs/api";
import { Callout } from "@/components/ui/feedback/callout";
import type { ImportOutcome } from "@/lib/domain/contacts/imports/import-options";
import { ImportMoves } from "./import-moves";
import { ImportRefusals } from "./import-refusals";
import { ImportRepeats } from "./import-repeats";

/** What is to be known about the rows of a file beyond their number. */
export function ImportFindings({ workspace, job }: { workspace: string; job: Job }) {
  return (
    <>
      <ImportFlaw job={job} />
      <ImportRefusals workspace={workspace} job={job} />
      <ImportMoves workspace={workspace} job={job} />
      <ImportRepeats job={job} />
    </>
  );
}

function ImportFlaw({ job }: { job: Job }) {
  const t = useTranslations("contacts.import.flaw");
  const { flaw } = (job.result ?? {}) as Partial<ImportOutcome>;
  if (!flaw) return null;
  return (
    <Callout tone="danger" title={t("title", { line: flaw.line })}>
      {t(job.dryRun ? flaw.problem : "done")}
    </Callout>
  );
}
