import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type Job, refusalsOptions } from "@/components/jobs/api";
import { useMay } from "@/components/layout/shell-context";
import { Callout } from "@/components/ui/feedback/callout";
import type { ImportOutcome, Refusal } from "@/lib/domain/contacts/imports/import-options";
import { hasEnded, permissionOfJob } from "@/lib/domain/jobs/job";

const reasonsShownMax = 8;

/** Why rows are refused, by how many, and the first of them with everything that is wrong. */
export function ImportRefusals({ workspace, job }: { workspace: string; job: Job }) {
  const t = useTranslations("contacts.import.refusals");
  const sentenceOf = useRefusalSentence();
  const { refusals = [], invalid = 0 } = (job.result ?? {}) as Partial<ImportOutcome>;
  if (invalid === 0) return null;
  return (
    <Callout tone="danger" title={t("title", { count: invalid, done: job.dryRun ? "no" : "yes" })}>
      <ul className="mt-1.5 space-y-1">
        {refusals.slice(0, reasonsShownMax).map((refusal) => (
          <li key={`${refusal.reason} ${refusal.column}`} className="flex justify-between gap-4">
            <span className="min-w-0 break-words">{sentenceOf(refusal)}</span>
            <span className="shrink-0 tabular-nums">{t("rows", { count: refusal.count })}</span>
          </li>
        ))}
      </ul>
      {hasEnded(job.status) ? <RefusedRows workspace={workspace} job={job} /> : null}
    </Callout>
  );
}

function RefusedRows({ workspace, job }: { workspace: string; job: Job }) {
  const t = useTranslations("contacts.import.refusals");
  const sentenceOf = useRefusalSentence();
  const maySee = useMay(permissionOfJob[job.kind]);
  const { data: rows = [] } = useQuery({ ...refusalsOptions(workspace, job.id), enabled: maySee });
  if (rows.length === 0) return null;
  return (
    <>
      <p className="mt-3 mb-1 font-medium text-foreground">{t("examples")}</p>
      <dl className="space-y-1">
        {rows.map(({ line, problems, fields }) => (
          <div key={line} className="grid gap-x-3 sm:grid-cols-[6rem_minmax(0,1fr)]">
            <dt className="tabular-nums">{t("line", { line })}</dt>
            <dd className="min-w-0">
              {problems.map(({ reason, column, value }) => (
                <p key={`${reason} ${column}`} className="break-words">
                  <span className="text-foreground">
                    {column ? t("cell", { column, value: cut(value) }) : cut(fields.join(" · "))}
                  </span>{" "}
                  {sentenceOf({ reason, column: "" })}
                </p>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

const cut = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);

function useRefusalSentence() {
  const t = useTranslations("jobs.refusals");
  return ({ reason, column }: Pick<Refusal, "column"> & { reason: string }): string => {
    const sentence = t.has(reason) ? t(reason) : reason;
    return column ? `${column}: ${sentence}` : sentence;
  };
}
