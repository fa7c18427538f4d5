import { useTranslations } from "next-intl";
import type { Job } from "@/components/jobs/api";
import { Callout } from "@/components/ui/feedback/callout";
import type { IgnoredColumn } from "@/lib/domain/contacts/imports/columns/propose-targets";
import type { ImportOutcome } from "@/lib/domain/contacts/imports/import-options";
import { ImportMoves } from "./import-moves";
import { ImportRefusals } from "./import-refusals";
import { ImportRepeats } from "./import-repeats";

/** What is to be known about the rows of a file beyond their number. */
export function ImportFindings({ workspace, job }: { workspace: string; job: Job }) {
  return (
    <>
      <ImportFlaw job={job} />
      <IgnoredColumns job={job} />
      <ImportRefusals workspace={workspace} job={job} />
      <ImportMoves workspace={workspace} job={job} />
      <ImportRepeats job={job} />
    </>
  );
}

/** Columns that nothing is taken of, other than those that were left out by choice. */
function IgnoredColumns({ job }: { job: Job }) {
  const t = useTranslations("contacts.import.ignored");
  const { ignored_columns: ignored = [] } = (job.result ?? {}) as { ignored_columns?: IgnoredColumn[] };
  const told = ignored.filter(({ reason }) => reason !== "not_mapped");
  if (told.length === 0) return null;
  return (
    <Callout tone="warning" title={t("title", { count: told.length })}>
      <ul className="mt-1.5 list-disc space-y-0.5 pl-4">
        {told.map(({ column, position, reason }) => (
          <li key={position} className="break-words">
            {t(reason as Exclude<IgnoredColumn["reason"], "not_mapped">, { column, position })}
          </li>
        ))}
      </ul>
    </Callout>
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
